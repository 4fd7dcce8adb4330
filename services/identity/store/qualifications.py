"""What firms have proven, by utility."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from services.identity.contract.errors import QualificationNotFound
from services.identity.domain.qualifications import REMINDERS
from services.identity.model import FirmAtUtility, Qualification

Row = tuple[Qualification, FirmAtUtility]
MOST = 100


def of_firm(session: Session, firm_id: str, utility: str) -> list[Row]:
    """The firm's at the utility, newest first."""
    query = _with_firm().where(Qualification.firm_id == firm_id, Qualification.utility == utility)
    return _rows(session, query.order_by(Qualification.qualification_id.desc()))


def waiting(session: Session, utility: str) -> list[Row]:
    """What nobody has looked at yet, oldest first, at most a hundred."""
    query = _with_firm().where(Qualification.utility == utility, Qualification.state == "waiting")
    return _rows(session, query.order_by(Qualification.qualification_id).limit(MOST))


def locked(session: Session, qualification_id: str, utility: str, firm_id: str = "") -> Row:
    """One of them, for a change. Raises QualificationNotFound."""
    query = _with_firm().where(
        Qualification.qualification_id == qualification_id, Qualification.utility == utility
    )
    if firm_id:
        query = query.where(Qualification.firm_id == firm_id)
    row = session.execute(query.with_for_update(of=Qualification)).one_or_none()
    if row is None:
        raise QualificationNotFound
    return row[0], row[1]


def valid_codes(session: Session, firm_id: str, utility: str, today: date) -> frozenset[str]:
    """What the firm holds at the utility today."""
    codes = session.scalars(
        select(Qualification.type).where(
            Qualification.firm_id == firm_id,
            Qualification.utility == utility,
            Qualification.state == "verified",
            or_(Qualification.expires_on.is_(None), Qualification.expires_on >= today),
        )
    )
    return frozenset(codes)


def locked_ending(session: Session, today: date) -> list[Row]:
    """Verified ones that run out within the longest reminder and may not have had the shortest."""
    query = _with_firm().where(
        Qualification.state == "verified",
        Qualification.expires_on.between(today, today + timedelta(days=max(REMINDERS))),
        or_(Qualification.reminded.is_(None), Qualification.reminded > min(REMINDERS)),
        FirmAtUtility.status.in_(("waiting", "approved")),
    )
    ordered = query.order_by(Qualification.expires_on).limit(MOST)
    return _rows(session, ordered.with_for_update(of=Qualification, skip_locked=True))


def _with_firm() -> Select[Qualification, FirmAtUtility]:
    return select(Qualification, FirmAtUtility).join(
        FirmAtUtility,
        (FirmAtUtility.firm_id == Qualification.firm_id)
        & (FirmAtUtility.utility == Qualification.utility),
    )


def _rows(session: Session, query: Select[Qualification, FirmAtUtility]) -> list[Row]:
    rows: Sequence[Row] = [(row[0], row[1]) for row in session.execute(query).all()]
    return list(rows)
