"""Second factors for the person whose they are."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from services.chassis.norway import mask_phone
from services.identity.contract.types.factors import FactorsView, PasskeyRow
from services.identity.contract.types.words import FactorMethod
from services.identity.domain.factors import offered
from services.identity.domain.step_up import fresh_until
from services.identity.model import LoginSession, Passkey, Person, Totp


def passkey_row(key: Passkey) -> PasskeyRow:
    """A passkey without its secrets; it has none here."""
    return PasskeyRow.model_validate(
        {
            "passkey_id": key.passkey_id,
            "portal": key.portal,
            "name": key.name,
            "added_at": key.added_at,
            "used_at": key.used_at,
        }
    )


@dataclass(frozen=True)
class Factors:
    """What a person has set up."""

    ways: Set[FactorMethod]
    totp: Totp | None
    passkeys: Sequence[Passkey]
    recovery_left: int


def factors_view(person: Person, held: LoginSession, has: Factors) -> FactorsView:
    """How a person gets in, as they see it."""
    return FactorsView(
        methods=offered(held.portal, has.ways),  # type: ignore[arg-type] # validated when written
        mobile_hint=mask_phone(person.mobile) if person.mobile else "",
        totp_since=has.totp.confirmed_at if has.totp else None,
        passkeys=[passkey_row(key) for key in has.passkeys],
        recovery_left=has.recovery_left,
        has_password=person.password is not None,
        stepped_up_until=fresh_until(held.opened_at, held.stepped_up_at),
        held_until=person.held_until,
    )
