"""Which second factors a person has."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from services.identity.contract.types.words import FactorMethod, Portal
from services.identity.model import Passkey, Person, RecoveryCode, Totp


def ways_in(session: Session, person_id: str, portal: Portal) -> frozenset[FactorMethod]:
    """Those that are confirmed and usable at this portal, in one look."""
    has: dict[FactorMethod, bool] = dict(
        zip(
            ("sms", "totp", "passkey", "recovery"),
            session.execute(
                select(
                    exists().where(Person.person_id == person_id, Person.mobile.is_not(None)),
                    exists().where(Totp.person_id == person_id, Totp.confirmed_at.is_not(None)),
                    exists().where(Passkey.person_id == person_id, Passkey.portal == portal),
                    exists().where(
                        RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None)
                    ),
                )
            ).one(),
            strict=True,
        )
    )
    return frozenset(method for method, there in has.items() if there)
