"""Browsers a person is known to log in with, by a random name kept in a cookie."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.domain.lifetimes import KNOWN_DEVICE
from services.identity.model import KnownDevice


def any_known(session: Session, person_id: str) -> bool:
    """Whether the person has logged in with any before."""
    return bool(
        session.execute(select(exists().where(KnownDevice.person_id == person_id))).scalar_one()
    )


def seen_again(session: Session, person_id: str, name: str, at: datetime) -> bool:
    """Note that a known one was used; False for one that is not known."""
    found = session.execute(
        update(KnownDevice)
        .where(KnownDevice.person_id == person_id, KnownDevice.hash == _hash(name))
        .values(seen_at=at)
        .returning(KnownDevice.hash)
    ).scalar_one_or_none()
    return found is not None


def remember(session: Session, person_id: str, name: str, at: datetime) -> None:
    """It is known from now on."""
    session.add(KnownDevice(person_id=person_id, hash=_hash(name), first_seen_at=at, seen_at=at))


def forget_unseen(session: Session, at: datetime) -> int:
    """Erase those whose cookie has run out."""
    gone = delete(KnownDevice).where(KnownDevice.seen_at < at - KNOWN_DEVICE)
    return len(session.execute(gone.returning(KnownDevice.hash)).all())


def _hash(name: str) -> str:
    return keyed_hash("device", name)
