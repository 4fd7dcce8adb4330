"""Challenges for passkeys: bound to one attempt or session, good for one answer."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.identity.contract.errors import PasskeyRefused
from services.identity.domain.lifetimes import PASSKEY_CHALLENGE
from services.identity.model import PasskeyChallenge

Purpose = Literal["login", "step_up", "adding"]


def keep(session: Session, purpose: Purpose, bound_to: str, challenge: str, at: datetime) -> None:
    """The one living challenge; an earlier one is void from now on."""
    fresh = {"challenge": challenge, "expires_at": at + PASSKEY_CHALLENGE}
    session.execute(
        insert(PasskeyChallenge)
        .values(purpose=purpose, bound_to=bound_to, **fresh)
        .on_conflict_do_update(index_elements=["purpose", "bound_to"], set_=fresh)
    )


def take(session: Session, purpose: Purpose, bound_to: str, at: datetime) -> str:
    """Take it, so that no second answer meets it. Raises PasskeyRefused when there is none."""
    challenge = session.execute(
        delete(PasskeyChallenge)
        .where(
            PasskeyChallenge.purpose == purpose,
            PasskeyChallenge.bound_to == bound_to,
            PasskeyChallenge.expires_at > at,
        )
        .returning(PasskeyChallenge.challenge)
    ).scalar_one_or_none()
    if challenge is None:
        raise PasskeyRefused
    return challenge


def forget_expired(session: Session, at: datetime) -> int:
    """Erase those nobody answered."""
    gone = delete(PasskeyChallenge).where(PasskeyChallenge.expires_at < at)
    return len(session.execute(gone.returning(PasskeyChallenge.bound_to)).all())
