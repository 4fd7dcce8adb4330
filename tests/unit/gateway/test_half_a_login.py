"""A login left half-way, taken up in another browser, or gone round in circles."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.session import cookies
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import SIGRID

pytestmark = pytest.mark.anyio
BACK = "/logg-inn/tilbyder/svar?state=a&code=b"


async def test_an_answer_to_no_login_begins_anew_and_leads_in_no_circle(
    staff_client: AsyncClient, bus: Bus
) -> None:
    answer = await staff_client.get(BACK)
    assert answer.headers["location"] == "/logg-inn?utlogget=tid"
    assert "Begynn på nytt" in (await staff_client.get("/logg-inn?utlogget=tid")).text
    bus.open_session("sigrid", SIGRID, "operator")
    signed_in = {"Cookie": f"{cookies.SESSION}=sigrid"}
    answer = await staff_client.get(BACK, headers=signed_in)
    answer = await staff_client.get(answer.headers["location"], headers=signed_in)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(("was_in", "said"), [(True, "&utlogget=1"), (False, "")])
async def test_only_one_who_was_logged_in_is_told_to_be_logged_out(
    client: AsyncClient, bus: Bus, was_in: bool, said: str
) -> None:
    del bus
    headers = {"Cookie": f"{cookies.SESSION}=over"} if was_in else {}
    answer = await client.get("/saker/1?vis=alle", headers=headers)
    assert answer.headers["location"] == f"/logg-inn?til=/saker/1%3Fvis%3Dalle{said}"


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        ("http://{host}/saker/1/skjema/work?x=1", "/saker/1/skjema/work%3Fx%3D1"),
        ("http://annet.example/saker/1", "/"),
        ("", "/"),
    ],
)
async def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(
    client: AsyncClient, bus: Bus, came_from: str, leads_to: str
) -> None:
    del bus
    headers = {"Referer": came_from.format(host=client.base_url.netloc.decode())}
    answer = await client.post("/saker/1/skjema/work", data={"go": "next"}, headers=headers)
    assert answer.headers["location"] == f"/logg-inn?til={leads_to}"


async def test_a_proof_opened_in_another_browser_asks_for_no_number(client: AsyncClient) -> None:
    address = "/logg-inn/mobil?bevis=abc"
    page = (await client.get(address)).text
    assert "Åpne lenken der du logget inn" in page
    assert 'name="mobile"' not in page
    headers = {"Cookie": f"{cookies.ATTEMPT}=begun"}
    assert 'name="mobile"' in (await client.get(address, headers=headers)).text
