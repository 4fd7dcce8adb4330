"""Contact points stand where they belong, change at once, and stay while a service is away."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.rpc import ServiceUnavailable
from services.identity.contract.events.utilities import UtilityConfigured
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.trades import Trades
from services.identity.contract.types.utilities import Utilities, UtilityView
from services.notify.contract.events import ContactPointChanged
from services.notify.contract.operations import ListContacts, SetContact
from services.notify.contract.types import ContactPoint, ContactPoints, ContactPurpose
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import SIGRID, by_token
from tests.unit.gateway.test_emergencies import REPORT

pytestmark = pytest.mark.anyio
PLACES: list[tuple[str, ContactPurpose]] = [
    ("/logg-inn", "portal_help"),
    ("/logg-inn/mobil", "portal_help"),
    ("/hjelp", "portal_help"),
    ("/finnes-ikke", "portal_help"),
    ("/finn-firma", "firm_registration"),
    ("/registrer", "firm_registration"),
    ("/", "project"),
]


def number(bus: Bus, phone: str, utility: str = "fjordby") -> None:
    """The utility's duty number, as identity has it."""
    view = UtilityView(utility=utility, name=utility, short_name=utility, duty_phone=phone)
    bus.answer(ListUtilities, Utilities(items=[view]))


def named(bus: Bus, name: str) -> None:
    """Somebody of that name for every purpose."""
    points = [
        ContactPoint(purpose=purpose, name=f"{name} {purpose}", phone="+4755500021")
        for purpose in {purpose for _, purpose in PLACES}
    ]
    bus.answer(ListContacts, ContactPoints(items=points))


@pytest.mark.parametrize(("path", "purpose"), PLACES)
async def test_each_stands_where_it_belongs(
    client: AsyncClient, bus: Bus, path: str, purpose: ContactPurpose
) -> None:
    named(bus, "Kari")
    bus.answer(ListTrades, Trades(professions=[], qualifications=[]))
    page = (await client.get(path, headers={"Accept": "text/html"})).text
    inside = page.partition("<main")[2].partition("</main>")[0]
    assert f'data-contact="{purpose}"' in inside
    assert f"Kari {purpose}" in inside


async def test_a_change_is_read_at_once_and_the_last_known_stays(
    client: AsyncClient, bus: Bus
) -> None:
    named(bus, "Kari")
    assert "Kari project" in (await client.get("/kontakt")).text
    named(bus, "Ola")
    assert "Kari project" in (await client.get("/kontakt")).text, "asked lately"
    told = ContactPointChanged(
        utility_id="fjordby", purpose="project", name="Ola", phone="", email="", hours=""
    )
    bus.tell(told, "vestvik")
    assert "Kari project" in (await client.get("/kontakt")).text, "another utility's"
    bus.tell(told)
    assert "Ola project" in (await client.get("/kontakt")).text
    bus.answer(ListContacts, ServiceUnavailable("notify"))
    bus.tell(told)
    assert "Ola project" in (await client.get("/kontakt")).text


async def test_another_duty_number_is_on_the_next_page_and_in_the_answer_to_a_report(
    client: AsyncClient, bus: Bus
) -> None:
    async def answered() -> str:
        taken = await client.post("/api/v1/emergencies", json=REPORT)
        return str(taken.json()["duty_phone"])

    assert await answered() == "+4712345678", "the installation's, while nobody has said"
    number(bus, "+4755500090")
    bus.tell(configured("+4755500090"))
    assert "tel:+4755500090" in (await client.get("/kontakt")).text
    assert await answered() == "+4755500090"
    bus.answer(ListUtilities, ServiceUnavailable("identity"))
    bus.tell(configured("+4755500091"))
    assert "tel:+4755500090" in (await client.get("/kontakt")).text, "the last known, not none"


async def test_an_address_that_names_nothing_is_a_clear_refusal(
    staff_client: AsyncClient, bus: Bus
) -> None:
    bus.open_session("s", SIGRID.model_copy(update={"roles": frozenset({"editor"})}), "operator")
    body = {"name": "Kari", "phone": "110"}
    address = "/api/v1/operator/contacts/kaffe"
    answer = await staff_client.put(address, json=body, headers=by_token("s"))
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "purpose")
    assert bus.of(SetContact) == []


def configured(phone: str) -> UtilityConfigured:
    return UtilityConfigured(
        utility_id="fjordby", name="Fjordby", short_name="F", duty_phone=phone, training=False
    )
