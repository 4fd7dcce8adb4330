"""Cases as firms last saw them that they were taken from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, false, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.errors import CaseNotFound
from services.cases.contract.types.case import CaseView
from services.cases.model import Case, FormerParty
from services.cases.store.access import is_firm
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def was_on(actor: Actor) -> ColumnElement[bool]:
    """Cases taken from the actor's firm at the utility it acts for."""
    if not is_firm(actor):
        return false()
    return and_(FormerParty.utility == actor.utility, FormerParty.firm_id == actor.firm_id)


def keep(work: Work, case: Case, seen: CaseView) -> None:
    """The applicant leaves the case: what it sees now is what it will see."""
    kept = {"until": work.now, "seen": seen.model_dump(mode="json")}
    work.session.execute(
        insert(FormerParty)
        .values(case_id=case.id, firm_id=case.firm_id, utility=case.utility, **kept)
        .on_conflict_do_update(index_elements=["case_id", "firm_id"], set_=kept)
    )
    case.formers = sorted({*case.formers, case.firm_id})


def returned(session: Session, case: Case, firm_id: str) -> None:
    """A firm that had left has the case again."""
    former = session.get(FormerParty, (case.id, firm_id))
    if former is not None:
        session.delete(former)
    case.formers = [each for each in case.formers if each != firm_id]


def found(work: Work, case_id: str) -> FormerParty:
    """The case as the actor's firm last saw it. Raises CaseNotFound."""
    former = work.session.scalar(
        select(FormerParty).where(FormerParty.case_id == case_id, was_on(work.actor))
    )
    if former is None:
        raise CaseNotFound
    return former


def view(former: FormerParty) -> CaseView:
    """Nothing can be done to it any more."""
    seen = CaseView.model_validate(former.seen)
    closed = {"actions": [], "unread": 0, "standing": "former", "former_until": former.until}
    return seen.model_copy(update=closed)


def listed(session: Session, actor: Actor) -> Sequence[FormerParty]:
    """All of them, the latest lost first."""
    return session.scalars(
        select(FormerParty).where(was_on(actor)).order_by(FormerParty.until.desc())
    ).all()


def merged(session: Session, utility: str, firm_id: str, into: str) -> None:
    """Two firms became one: what the one had seen is the other's to read."""
    rows = session.scalars(select(FormerParty).filter_by(utility=utility, firm_id=firm_id)).all()
    for former in rows:
        case = session.get_one(Case, former.case_id, with_for_update=True)
        kept = [each for each in case.formers if each != firm_id]
        if into in {case.firm_id, *kept}:
            session.delete(former)
        else:
            former.firm_id = into
            kept = sorted({*kept, into})
        case.formers = kept
