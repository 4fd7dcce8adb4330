"""Invitations: found by the token in the mail, or by those who sent them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import InvitationNotFound, LinkExpired
from services.identity.model import Invitation
from services.identity.store import turns

KEPT = timedelta(days=90)
"""After it ended: so long it shows who was invited by whom."""


def token_hash(token: str) -> str:
    """What is kept of the token in the link."""
    return keyed_hash("invitation", token)


def open_by_token(session: Session, token: str, at: datetime, *, lock: bool = True) -> Invitation:
    """The open invitation of a link. Raises LinkExpired; with a lock also TooManyTries."""
    if lock:
        turns.take(session, f"invitation:{token_hash(token)}")
    query = select(Invitation).where(Invitation.token_hash == token_hash(token), *_living(at))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise LinkExpired
    return found


def locked(
    session: Session, invitation_id: str, utility: str, *, firm_id: str | None = None
) -> Invitation:
    """One of the utility's, or of the firm's when one is named, locked.

    Raises InvitationNotFound.
    """
    query = select(Invitation).where(
        Invitation.invitation_id == invitation_id, Invitation.utility == utility
    )
    if firm_id is not None:
        query = query.where(Invitation.firm_id == firm_id)
    found = session.scalars(
        query.with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise InvitationNotFound
    return found


def page(
    session: Session, utility: str, firm_id: str | None, *, before: str, limit: int
) -> list[Invitation]:
    """Those to a firm, or to the staff, newest first; `before` is the id of the last one seen."""
    place = Invitation.firm_id == firm_id if firm_id else Invitation.firm_id.is_(None)
    query = select(Invitation).where(Invitation.utility == utility, place)
    if before:
        query = query.where(Invitation.invitation_id < before)
    return list(session.scalars(query.order_by(Invitation.invitation_id.desc()).limit(limit)))


def withdraw_to(
    session: Session, email: str, firm_id: str | None, utility: str, at: datetime
) -> list[str]:
    """Withdraw what is open to the address for that place; which, is answered."""
    place = Invitation.firm_id == firm_id if firm_id else Invitation.firm_id.is_(None)
    to = func.lower(Invitation.email) == email.lower()
    return _withdraw(session, at, Invitation.utility == utility, place, to)


def withdraw_by(
    session: Session, person_id: str, firm_id: str | None, utility: str, at: datetime
) -> list[str]:
    """Withdraw what is open from somebody who may not invite there any more."""
    place = Invitation.firm_id == firm_id if firm_id else Invitation.firm_id.is_(None)
    return _withdraw(
        session, at, Invitation.utility == utility, place, Invitation.invited_by == person_id
    )


def waits_for(session: Session, email: str, at: datetime, *, staff: bool) -> bool:
    """Whether the address has an open invitation to a firm, or to a post."""
    place = Invitation.firm_id.is_(None) if staff else Invitation.firm_id.is_not(None)
    to = func.lower(Invitation.email) == email.lower()
    return bool(session.scalar(select(exists().where(to, place, *_living(at)))))


def forget_over(session: Session, at: datetime) -> int:
    """Erase those long over."""
    gone = delete(Invitation).where(Invitation.expires_at < at - KEPT)
    return len(session.execute(gone.returning(Invitation.invitation_id)).all())


def forget_half_joined(session: Session, at: datetime) -> int:
    """Erase what somebody told of themselves who never proved their mobile."""
    half = (
        update(Invitation)
        .where(Invitation.expires_at < at, Invitation.name.is_not(None))
        .values(name=None, mobile=None, password=None)
    )
    return len(session.execute(half.returning(Invitation.invitation_id)).all())


def _living(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Invitation.accepted_at.is_(None),
        Invitation.withdrawn_at.is_(None),
        Invitation.expires_at > at,
    )


def _withdraw(session: Session, at: datetime, *which: ColumnElement[bool]) -> list[str]:
    return list(
        session.scalars(
            update(Invitation)
            .where(*which, *_living(at))
            .values(withdrawn_at=at)
            .returning(Invitation.invitation_id)
        )
    )
