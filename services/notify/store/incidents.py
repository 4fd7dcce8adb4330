"""Incidents and the phones they ring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.notify.model import Incident, OnCallPhones

OPEN = "reported"


def locked(session: Session, reference: str) -> Incident | None:
    """One incident, held until the transaction ends."""
    return session.scalars(
        select(Incident).where(Incident.reference == reference).with_for_update()
    ).one_or_none()


def keep(session: Session, incident: Incident) -> bool:
    """Keep it once; False when the reference is known. A concurrent twin waits here."""
    values = {column.name: getattr(incident, column.name) for column in Incident.__table__.columns}
    kept = session.execute(
        insert(Incident).values(values).on_conflict_do_nothing().returning(Incident.reference)
    ).scalar_one_or_none()
    return kept is not None


def is_open(session: Session, reference: str) -> bool:
    """True while nobody has acknowledged or resolved it."""
    state = select(Incident.state).where(Incident.reference == reference)
    return session.scalar(state) == OPEN


def hurry(session: Session, reference: str, at: datetime) -> None:
    """A ring did not reach its person: ring the next one now, if it is still open."""
    session.execute(
        update(Incident)
        .where(
            Incident.reference == reference,
            Incident.state == OPEN,
            Incident.escalate_at.is_not(None),
        )
        .values(escalate_at=at)
    )


def to_escalate(session: Session, at: datetime) -> Sequence[Incident]:
    """Open incidents whose person has had enough time, held."""
    return session.scalars(
        select(Incident)
        .where(Incident.escalate_at <= at)
        .order_by(Incident.escalate_at)
        .limit(50)
        .with_for_update(skip_locked=True)
    ).all()


def of_utility(session: Session, utility: str, *, open_only: bool) -> Sequence[Incident]:
    """The utility's, newest first, at most 200."""
    query = select(Incident).where(Incident.utility == utility)
    if open_only:
        query = query.where(Incident.state != "resolved")
    return session.scalars(
        query.order_by(Incident.reported_at.desc(), Incident.reference).limit(200)
    ).all()


def phones(session: Session, utility: str) -> list[str]:
    """Who is rung at the utility, in order; empty when nobody has been named."""
    kept = session.get(OnCallPhones, utility)
    return list(kept.phones) if kept else []


def set_phones(session: Session, utility: str, wanted: Sequence[str], at: datetime) -> int:
    """Ring these from now on; returns the revision."""
    fresh = insert(OnCallPhones).values(
        utility=utility, revision=1, phones=list(wanted), changed_at=at
    )
    return session.execute(
        fresh.on_conflict_do_update(
            index_elements=[OnCallPhones.utility],
            set_={
                "revision": OnCallPhones.revision + 1,
                "phones": fresh.excluded.phones,
                "changed_at": fresh.excluded.changed_at,
            },
        ).returning(OnCallPhones.revision)
    ).scalar_one()
