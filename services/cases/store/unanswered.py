"""Deficiency letters whose time is over."""

from __future__ import annotations

from sqlalchemy import func, select

from services.cases.contract.types.deficiencies import UnansweredRow
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.cases.model import Case, Letter, LetterItem
from services.cases.store.access import visible
from services.chassis.db.work import Work


def listed(work: Work, limit: int) -> list[UnansweredRow]:
    """Those the actor may see, longest overdue first; one statement."""
    open_items = (
        select(func.count())
        .where(
            LetterItem.case_id == Letter.case_id,
            LetterItem.letter == Letter.number,
            LetterItem.state == "open",
        )
        .scalar_subquery()
    )
    rows = work.session.execute(
        select(Letter, Case, open_items)
        .join(Case, Case.id == Letter.case_id)
        .where(
            visible(work.actor),
            Letter.utility == work.actor.utility,
            Letter.closed_at.is_(None),
            Letter.due_at <= work.now,
            Case.status == "information_requested",
        )
        .order_by(Letter.due_at, Letter.case_id)
        .limit(limit)
    ).all()
    return [_row(work, letter, case, items) for letter, case, items in rows]


def _row(work: Work, letter: Letter, case: Case, open_items: int) -> UnansweredRow:
    told = letter.closes_after is not None and letter.closes_after >= letter.due_at
    closes_after = letter.closes_after if told else None
    worker = case.caseworker_id
    return UnansweredRow(
        case_id=case.id,
        number_of_case=case.number,
        type_title=case.type_title,
        title=case.title,
        place=case.place,
        firm=FirmRef(firm_id=case.firm_id, name=case.firm_name, orgnr=case.firm_orgnr),
        caseworker=PersonRef(person_id=worker, name=case.caseworker_name or "") if worker else None,
        letter=letter.number,
        open_items=open_items,
        due_at=letter.due_at,
        told_at=letter.overdue_told_at if told else None,
        closes_after=closes_after,
        closable=closes_after is not None and closes_after <= work.now,
    )
