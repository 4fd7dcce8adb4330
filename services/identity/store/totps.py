"""Authenticator apps; a code moves the last used step forwards, or it is refused."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.identity.contract.errors import FactorNotFound, WrongCode
from services.identity.domain import totp
from services.identity.model import Totp
from services.identity.store import at_rest
from services.identity.store.codes import COMPARED


def of_person(session: Session, person_id: str) -> Totp | None:
    """The app, confirmed or being set up."""
    return session.scalars(
        select(Totp).where(Totp.person_id == person_id).execution_options(populate_existing=True)
    ).one_or_none()


def begin(session: Session, person_id: str, key: str, at: datetime) -> None:
    """Keep the key until its first code; never over a confirmed one."""
    fresh = {
        "sealed_key": at_rest.sealed(person_id, key),
        "last_step": 0,
        "begun_at": at,
        "confirmed_at": None,
    }
    session.execute(
        insert(Totp)
        .values(person_id=person_id, **fresh)
        .on_conflict_do_update(
            index_elements=["person_id"], set_=fresh, where=Totp.confirmed_at.is_(None)
        )
    )


def use(session: Session, person_id: str, code: str, at: datetime, *, first: bool = False) -> None:
    """Use a code, once. Raises WrongCode for a wrong or used one, FactorNotFound without an app.

    The last used step is moved by one conditional UPDATE and only grows, so of any number of uses
    at once one goes through, and a code older than one that was used is refused too. `first`
    confirms an app that is being set up.
    """
    found = of_person(session, person_id)
    if found is None or (found.confirmed_at is None) is not first:
        raise FactorNotFound
    COMPARED.labels("totp").inc()
    step = totp.step_of(at_rest.opened(person_id, found.sealed_key), code, at)
    if step is None:
        raise WrongCode
    moved = session.execute(
        update(Totp)
        .where(
            Totp.person_id == person_id,
            Totp.last_step < step,
            Totp.confirmed_at.is_(None) if first else Totp.confirmed_at.is_not(None),
        )
        .values(last_step=step, **({"confirmed_at": at} if first else {}))
        .returning(Totp.person_id)
    ).scalar_one_or_none()
    if moved is None:
        raise WrongCode


def remove(session: Session, person_id: str) -> None:
    """Raises FactorNotFound when no confirmed app is there."""
    gone = delete(Totp).where(Totp.person_id == person_id, Totp.confirmed_at.is_not(None))
    if session.execute(gone.returning(Totp.person_id)).scalar_one_or_none() is None:
        raise FactorNotFound
