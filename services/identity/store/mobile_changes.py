"""New numbers on their way, one per person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.identity.contract.errors import CodeExpired
from services.identity.domain.lifetimes import MOBILE_CHANGE
from services.identity.model import MobileChange


def begin(session: Session, person_id: str, mobile: str, at: datetime) -> str:
    """Keep the number; an earlier one is void. What its code is bound to."""
    fresh = {"change_id": new_id(), "mobile": mobile, "expires_at": at + MOBILE_CHANGE}
    session.execute(
        insert(MobileChange)
        .values(person_id=person_id, **fresh)
        .on_conflict_do_update(index_elements=["person_id"], set_=fresh)
    )
    return str(fresh["change_id"])


def under_way(session: Session, person_id: str, at: datetime) -> MobileChange:
    """The number that waits for its code. Raises CodeExpired when there is none."""
    found = session.scalars(
        select(MobileChange)
        .where(MobileChange.person_id == person_id, MobileChange.expires_at > at)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise CodeExpired
    return found


def end(session: Session, person_id: str) -> None:
    """It has become the number."""
    session.execute(delete(MobileChange).where(MobileChange.person_id == person_id))


def forget_over(session: Session, at: datetime) -> int:
    """Erase those nobody confirmed."""
    gone = delete(MobileChange).where(MobileChange.expires_at < at)
    return len(session.execute(gone.returning(MobileChange.person_id)).all())
