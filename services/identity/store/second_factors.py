"""Everything beside the password that lets somebody in, forgotten at once."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from services.identity.model import MobileChange, Passkey, RecoveryCode, Totp


def forget_all(session: Session, person_id: str) -> None:
    """App, passkeys, recovery codes and a number on its way; they tend to be on the one phone."""
    for table in (Totp, Passkey, RecoveryCode, MobileChange):
        session.execute(delete(table).where(table.person_id == person_id))
