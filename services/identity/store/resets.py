"""Forgotten passwords: requests that wait for a look, and links that work once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import LinkExpired
from services.identity.contract.types.words import Portal
from services.identity.domain.lifetimes import PASSWORD_RESET
from services.identity.model import PasswordReset, ResetRequest

MOST_AT_ONCE = 20


def ask(session: Session, email: str, portal: Portal, utility: str, at: datetime) -> None:
    """Keep the request; the same work for every address."""
    session.add(
        ResetRequest(request_id=new_id(), email=email, portal=portal, utility=utility, asked_at=at)
    )


def take_waiting(session: Session) -> Sequence[ResetRequest]:
    """The oldest requests, taken out of the queue."""
    waiting = session.scalars(
        select(ResetRequest)
        .order_by(ResetRequest.request_id)
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for request in waiting:
        session.delete(request)
    return waiting


def keep(session: Session, person_id: str, utility: str, token: str, at: datetime) -> datetime:
    """The one living link of a person; when it runs out. An earlier one is void."""
    void(session, person_id, at)
    expires_at = at + PASSWORD_RESET
    session.add(
        PasswordReset(
            token_hash=_hash(token), person_id=person_id, utility=utility, expires_at=expires_at
        )
    )
    return expires_at


def use(session: Session, token: str, at: datetime) -> PasswordReset:
    """Use the link up, in one UPDATE. Raises LinkExpired."""
    found = session.execute(
        update(PasswordReset)
        .where(
            PasswordReset.token_hash == _hash(token),
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > at,
        )
        .values(used_at=at)
        .returning(PasswordReset)
    ).scalar_one_or_none()
    if found is None:
        raise LinkExpired
    return found


def void(session: Session, person_id: str, at: datetime) -> None:
    """No link of this person works any more."""
    session.execute(
        update(PasswordReset)
        .where(PasswordReset.person_id == person_id, PasswordReset.used_at.is_(None))
        .values(used_at=at)
    )


def forget_over(session: Session, at: datetime) -> int:
    """Erase links that can no longer be used."""
    gone = delete(PasswordReset).where(PasswordReset.expires_at < at)
    return len(session.execute(gone.returning(PasswordReset.token_hash)).all())


def _hash(token: str) -> str:
    return keyed_hash("password-reset", token)
