"""Lost phones of staff that wait for a second person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.identity.contract.errors import ReleaseNotFound
from services.identity.model import Person, PhoneRelease


def waiting(session: Session, utility: str, at: datetime) -> list[tuple[PhoneRelease, str]]:
    """Those of the utility, oldest first, each with the person's name."""
    rows = session.execute(
        select(PhoneRelease, Person.name)
        .join(Person, Person.person_id == PhoneRelease.person_id)
        .where(
            PhoneRelease.utility == utility,
            PhoneRelease.confirmed_at.is_(None),
            PhoneRelease.expires_at > at,
        )
        .order_by(PhoneRelease.release_id)
    ).all()
    return [(release, name) for release, name in rows]


def locked(session: Session, release_id: str, utility: str, at: datetime) -> PhoneRelease:
    """One that waits, locked. Raises ReleaseNotFound."""
    found = session.scalars(
        select(PhoneRelease)
        .where(
            PhoneRelease.release_id == release_id,
            PhoneRelease.utility == utility,
            PhoneRelease.confirmed_at.is_(None),
            PhoneRelease.expires_at > at,
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise ReleaseNotFound
    return found


def forget_over(session: Session, at: datetime) -> int:
    """Erase those that are over; the audit trail keeps what was done."""
    gone = delete(PhoneRelease).where(PhoneRelease.expires_at < at)
    return len(session.execute(gone.returning(PhoneRelease.release_id)).all())
