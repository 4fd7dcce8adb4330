"""Finding cases: one, one to change, and one an event names."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.contract.errors import CaseNotFound
from services.cases.contract.types.parties import CaseLink
from services.cases.model import Case
from services.cases.store.access import visible
from services.chassis.db.work import Work


def found(work: Work, case_id: str) -> Case:
    """The case, if the actor may see it. Raises CaseNotFound."""
    case = visible_or_none(work, case_id)
    if case is None:
        raise CaseNotFound
    return case


def visible_or_none(work: Work, case_id: str) -> Case | None:
    """The case, if the actor may see it."""
    return work.session.scalar(select(Case).where(Case.id == case_id, visible(work.actor)))


def locked(work: Work, case_id: str) -> Case:
    """The same, held until the transaction ends: every write goes through here."""
    case = work.session.scalar(
        select(Case).where(Case.id == case_id, visible(work.actor)).with_for_update()
    )
    if case is None:
        raise CaseNotFound
    return case


def told_of(session: Session, case_id: str, utility: str) -> Case | None:
    """The case an event of that utility names, held; None when cases knows no such case."""
    return session.scalar(
        select(Case).where(Case.id == case_id, Case.utility == utility).with_for_update()
    )


def link(session: Session, case_id: str | None) -> CaseLink | None:
    """What a case that builds on another shows of it; nothing but its number."""
    if case_id is None:
        return None
    number = session.scalar(select(Case.number).where(Case.id == case_id))
    return CaseLink(case_id=case_id, number=number)
