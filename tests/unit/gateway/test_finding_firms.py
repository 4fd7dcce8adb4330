"""From a name to the login of that firm at that utility, and robots are slowed down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from gateway.edge.rates import Rate
from gateway.settings import GatewaySettings
from services.identity.contract.operations.firms import FindFirms, NameFirm
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.firms import FirmHit, FirmHits
from services.identity.contract.types.login import LoginStep
from services.identity.contract.types.utilities import TwoFactorPolicy, Utilities, UtilityView
from tests.unit.gateway.bus import Bus

pytestmark = pytest.mark.anyio
SEARCHES = GatewaySettings.model_fields["firm_searches_a_minute"].default
HIT = FirmHit(
    firm_id="f1", name="Muffe AS", orgnr="311153056", municipality="Vestvik", approved=True
)


@pytest.fixture(autouse=True)
def known(bus: Bus) -> None:
    """One firm is found everywhere, and the utilities have names."""
    bus.answer(FindFirms, FirmHits(items=[HIT]))
    bus.answer(NameFirm, HIT)
    views = [
        UtilityView(utility=code, name=name, short_name=name, duty_phone="110", theme=theme)
        for code, name, theme in (("fjordby", "Fjordby", "fjord"), ("vestvik", "Vestvik", "furu"))
    ]
    bus.answer(ListUtilities, Utilities(items=views))


async def test_a_hit_says_what_it_may_and_where_its_people_log_in(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/firms?q=muffe&utility=vestvik")
    [hit] = answer.json()["items"]
    assert hit == {
        **HIT.model_dump(),
        "portal_url": "http://vestvik.localhost:8000/logg-inn?firm=f1&utility=vestvik",
    }


async def test_the_login_names_the_firm_and_carries_it_on(client: AsyncClient, bus: Bus) -> None:
    host = {"Host": "vestvik.localhost:8000"}
    page = await client.get("/logg-inn?firm=f1&utility=vestvik", headers=host)
    assert "Du logger inn for Muffe AS hos Vestvik." in page.text
    assert 'class="theme-furu"' in page.text
    step = LoginStep(attempt="secret", next="factor", methods=["sms"], hint="*** 01")
    bus.answer(BeginLogin, step)
    typed = {"email": "a@muffe.example", "password": "x", "firm": "f1", "utility": "vestvik"}
    await client.post("/logg-inn", data=typed, headers=host)
    [asked] = bus.of(BeginLogin)
    assert (asked.request.firm_id, asked.request.utility) == ("f1", "vestvik")


async def test_an_address_searches_so_often_and_no_more(client: AsyncClient, bus: Bus) -> None:
    for _ in range(SEARCHES):
        assert (await client.get("/api/v1/firms?q=muffe")).status_code == 200
    stopped = await client.get("/api/v1/firms?q=muffe")
    assert (stopped.status_code, stopped.json()["code"]) == (429, "TooManyRequests")
    assert int(stopped.headers["Retry-After"]) >= 1
    assert len(bus.of(FindFirms)) == SEARCHES
    page = await client.get("/finn-firma?q=muffe")
    assert page.status_code == 429, "the page counts against the same limit"


async def test_without_the_limit_a_robot_reads_on(client: AsyncClient, app: FastAPI) -> None:
    app.state.gateway.rates.searches = Rate(at_once=10**6, a_minute=10**6)
    answers = [await client.get("/api/v1/firms?q=muffe") for _ in range(SEARCHES + 1)]
    assert {answer.status_code for answer in answers} == {200}


async def test_enrolment_explains_itself_in_the_utility_s_own_words(
    client: AsyncClient, bus: Bus
) -> None:
    why = {"nb": "Fordi vann er viktig.", "nn": "Fordi vatn er viktig."}
    since = datetime(2024, 1, 8, tzinfo=UTC)
    view = UtilityView(
        utility="vestvik",
        name="Vestvik",
        short_name="Vestvik",
        duty_phone="110",
        two_factor=TwoFactorPolicy(since=since, why=why),
    )
    bus.answer(ListUtilities, Utilities(items=[view]))
    for language, words in (("nb", why["nb"]), ("nn", why["nn"]), ("en", why["nb"])):
        headers = {"Host": "vestvik.localhost:8000", "Accept-Language": language}
        page = await client.get("/logg-inn/mobil", headers=headers)
        assert words in page.text, language
        assert "2024" in page.text
    own = await client.get("/logg-inn/mobil")
    assert "To trinn gjør det vanske" in own.text, (
        "a utility that says nothing has the portal's words"
    )
