"""Passkeys of people, each at one portal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.identity.contract.errors import FactorNotFound, PasskeyRefused
from services.identity.contract.types.words import Portal
from services.identity.model import Passkey


def of_person(session: Session, person_id: str) -> Sequence[Passkey]:
    """All of them, newest first."""
    return session.scalars(
        select(Passkey).where(Passkey.person_id == person_id).order_by(Passkey.passkey_id.desc())
    ).all()


def at_portal(session: Session, person_id: str, portal: Portal) -> list[Passkey]:
    """Those that open this portal."""
    return [key for key in of_person(session, person_id) if key.portal == portal]


def own(session: Session, person_id: str, passkey_id: str) -> Passkey:
    """One of a person's own. Raises FactorNotFound for any other."""
    found = session.scalars(
        select(Passkey).where(Passkey.passkey_id == passkey_id, Passkey.person_id == person_id)
    ).one_or_none()
    if found is None:
        raise FactorNotFound
    return found


def is_known(session: Session, portal: Portal, credential_id: str) -> bool:
    """Whether somebody has registered it already."""
    known = select(Passkey.passkey_id).where(
        Passkey.portal == portal, Passkey.credential_id == credential_id
    )
    return session.execute(known).scalar_one_or_none() is not None


def used(session: Session, key: Passkey, sign_count: int, at: datetime) -> None:
    """Note a use; the count moves only from what was compared. Raises PasskeyRefused."""
    moved = session.execute(
        update(Passkey)
        .where(Passkey.passkey_id == key.passkey_id, Passkey.sign_count == key.sign_count)
        .values(sign_count=sign_count, used_at=at)
        .returning(Passkey.passkey_id)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if moved is None:
        raise PasskeyRefused


def remove(session: Session, key: Passkey) -> None:
    """It opens nothing any more."""
    session.execute(delete(Passkey).where(Passkey.passkey_id == key.passkey_id))
