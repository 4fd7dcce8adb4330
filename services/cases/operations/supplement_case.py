"""A firm answers what the utility asked for (ettersending)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.deficiencies import SupplementSent
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer
from services.cases.domain import lifecycle
from services.cases.model import Case
from services.cases.store import cases, documents, letters, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def supplement_case(request: SupplementCase, work: Work) -> CaseView:
    """Answers items of the open letter; those left open keep the ball with the firm.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, IntakeFrozen, UnknownItem, EmptyAnswer,
    DocumentNotReady.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "supplement")
    attached = _attached(request.answers)
    documents.ensure_ready(work.session, case, attached)
    letter, complete = _answered(work, case, request.answers)
    moves.follow(
        work,
        case,
        now,
        "supplement",
        leads="complete" if complete else "partial",
        facts={"letter": letter, "answers": len(request.answers), "documents": len(attached)},
    )
    if complete:
        case.due_at = None
    work.emit(
        events.of_case(
            SupplementSent, case, letter=letter, complete=complete, document_ids=attached
        )
    )
    return case_view(work, case, now)


def _attached(answers: list[Answer]) -> list[str]:
    return list(dict.fromkeys(found for answer in answers for found in answer.document_ids))


def _answered(work: Work, case: Case, answers: list[Answer]) -> tuple[int, bool]:
    """The letter's number, and whether nothing in it is left open."""
    letter = letters.open_letter(work.session, case)
    items = letters.items_of(work.session, letter) if letter else []
    letters.answer(items, answers, work.now)
    return letter.number if letter else 0, all(item.state != "open" for item in items)
