"""What documents knows of cases, kept by following their events."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.events.case_event import CaseEvent
from services.chassis.messages import Actor
from services.documents.contract.errors import CaseUnknown
from services.documents.domain.case_state import in_the_journal
from services.documents.model import CaseAccess
from services.documents.store import journal
from services.documents.store.access import had_by, visible_to


def visible(session: Session, actor: Actor, case_id: str) -> CaseAccess:
    """The case, if the actor may see it. Raises CaseUnknown."""
    found = session.scalars(
        select(CaseAccess).where(CaseAccess.case_id == case_id, visible_to(actor))
    ).one_or_none()
    if found is None:
        raise CaseUnknown
    return found


def known_to(session: Session, actor: Actor, case_id: str) -> CaseAccess:
    """The case, if the actor may see it or had it once. Raises CaseUnknown."""
    found = session.scalars(
        select(CaseAccess).where(
            CaseAccess.case_id == case_id, or_(visible_to(actor), had_by(actor))
        )
    ).one_or_none()
    if found is None:
        raise CaseUnknown
    return found


def known_revision(session: Session, case_id: str) -> int:
    """As of which revision the case is known; 0 when it is not."""
    found = select(CaseAccess.revision).where(CaseAccess.case_id == case_id)
    return session.scalar(found) or 0


def locked(session: Session, case_id: str) -> CaseAccess:
    """The case, until the transaction ends; it must be known."""
    return session.scalars(
        select(CaseAccess)
        .where(CaseAccess.case_id == case_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def follow(session: Session, event: CaseEvent, utility: str) -> CaseAccess:
    """Take over what the event says of the case, unless something newer is known.

    The case is locked. Its journal opens with the first event that shows it was received, in
    whatever order they come.
    """
    case = _known(session, event, utility)
    if event.revision > case.revision:
        case.revision = event.revision
        case.firm_id = event.firm.firm_id
        case.parties, case.formers = dict(event.parties), list(event.formers)
        case.status = event.status
        case.ball = event.ball
    case.number = case.number or event.number
    if not case.received and in_the_journal(event.status):
        case.received = True
        journal.number_waiting(session, case)
    return case


def _known(session: Session, event: CaseEvent, utility: str) -> CaseAccess:
    session.execute(
        insert(CaseAccess)
        .values(
            case_id=event.case_id,
            utility=utility,
            firm_id=event.firm.firm_id,
            parties=dict(event.parties),
            formers=list(event.formers),
            revision=event.revision,
            number=event.number,
            status=event.status,
            ball=event.ball,
            received=False,
            journal_length=0,
        )
        .on_conflict_do_nothing()
    )
    return locked(session, event.case_id)
