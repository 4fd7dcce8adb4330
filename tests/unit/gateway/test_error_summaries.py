"""A form that is sent back says which fields are wrong, by the names they have on the page."""

from __future__ import annotations

import re

import pytest
from httpx import AsyncClient

from gateway.portals.shared.summaries import with_names
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.types.trades import Trades
from tests.unit.gateway.bus import Bus

pytestmark = pytest.mark.anyio
_LINK = re.compile(r'<li><a href="#([\w-]+)">(.*?)</a></li>')


async def test_an_empty_form_names_every_field_to_fill_in(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ListTrades, Trades(professions=[], qualifications=[]))
    page = (await client.post("/registrer", data={"orgnr": "", "firm.phone": "12"})).text
    said = dict(_LINK.findall(page))
    assert said["f-orgnr"] == "Organisasjonsnummer: Dette må fylles ut."
    assert said["f-firm-phone"] == "Telefon: Skriv et gyldig telefonnummer."
    assert said["f-firm-emails-post"].endswith(": Dette må fylles ut.")
    assert said["f-professions"].endswith(": Dette må fylles ut.")
    assert all(": " in words for words in said.values())


async def test_an_emergency_says_that_its_severity_is_missing(client: AsyncClient) -> None:
    page = (await client.post("/akutt", data={"description": "Vann i gaten"})).text
    said = dict(_LINK.findall(page))
    assert said["f-severity"].endswith(": Dette må fylles ut.")


def test_what_is_optional_and_marked_up_is_left_out() -> None:
    page = (
        '<a href="#f-a" data-nameless>Feil.</a><a href="#f-b" data-nameless>Feil.</a>'
        '<label for="f-a"><b>Navn &amp; sted</b> <span class="optional">(valgfritt)</span></label>'
    )
    assert with_names(page).startswith(
        '<a href="#f-a">Navn &amp; sted: Feil.</a><a href="#f-b">Feil.</a>'
    )
