"""Requests to get in that are not yet proven."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import RegistrationNotFound
from services.identity.model import Registration
from services.identity.store import turns


def locked(session: Session, registration_id: str, at: datetime) -> Registration:
    """The open request, locked. Raises RegistrationNotFound, also when it is too old.

    Raises TooManyTries while another call is at the same registration.
    """
    turns.take(session, f"registration:{registration_id}")
    found = session.scalars(
        select(Registration)
        .where(Registration.registration_id == registration_id, Registration.expires_at > at)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise RegistrationNotFound
    return found


def known(session: Session, registration_id: str, at: datetime) -> Registration:
    """The open request, to be looked at. Raises RegistrationNotFound."""
    found = session.get(Registration, registration_id)
    if found is None or found.expires_at <= at:
        raise RegistrationNotFound
    return found


def link_hash(registration_id: str, token: str) -> str:
    """What is kept of the e-mailed token."""
    return keyed_hash("registration-link", f"{registration_id}:{token}")


def forget_over(session: Session, at: datetime) -> int:
    """Erase requests a day old, whether they became firms or were never proven."""
    gone = delete(Registration).where(Registration.expires_at < at)
    return len(session.execute(gone.returning(Registration.registration_id)).all())
