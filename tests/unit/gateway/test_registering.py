"""How far a registration has come, whichever device it was proven on."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.rpc import RemoteRefusal, ServiceUnavailable
from services.identity.contract.operations.registration import GetRegistration
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.contract.types.trades import Trades
from tests.unit.gateway.bus import Bus

pytestmark = pytest.mark.anyio


def proven(*, email: bool) -> RegistrationReceipt:
    return RegistrationReceipt(
        registration_id="r1", mobile_proven=True, email_proven=email, hint="*** ** 001"
    )


async def test_a_link_opened_on_another_device_counts_here(client: AsyncClient, bus: Bus) -> None:
    bus.answer(GetRegistration, proven(email=False))
    page = (await client.get("/registrer/r1")).text
    assert "Begge må bekreftes" in page
    assert 'href="/registrer/r1"' in page
    bus.answer(GetRegistration, proven(email=True))
    assert "Mobil og e-post er bekreftet" in (await client.get("/registrer/r1")).text


@pytest.mark.parametrize(
    "away", [ServiceUnavailable("identity"), RemoteRefusal("RegistrationNotFound", "not_found")]
)
async def test_the_code_can_be_typed_although_nothing_is_known(
    client: AsyncClient, bus: Bus, away: Exception
) -> None:
    bus.answer(GetRegistration, away)
    assert 'name="code"' in (await client.get("/registrer/r1")).text


async def test_the_look_up_has_words_for_a_number_that_is_none(
    client: AsyncClient, bus: Bus
) -> None:
    bus.answer(ListTrades, Trades(professions=[], qualifications=[]))
    page = (await client.get("/registrer")).text
    assert 'data-wrong-number="Skriv et gyldig organisasjonsnummer, ni siffer."' in page
    assert 'data-private="Portalen er for foretak, ikke for privatpersoner.' in page
    assert "Under avvikling" in page
