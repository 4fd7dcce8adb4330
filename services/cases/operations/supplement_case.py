"""A firm answers what the utility asked for, or sends more of its own accord (ettersending)."""

from __future__ import annotations

from typing import Any

from services.cases import events
from services.cases.contract.errors import EmptyAnswer
from services.cases.contract.events.deficiencies import SupplementSent
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.types.case import CaseView
from services.cases.domain import lifecycle
from services.cases.model import Case
from services.cases.store import (
    case_types,
    cases,
    documents,
    letters,
    moves,
    situations,
    submissions,
)
from services.cases.views import case_view
from services.chassis.db.work import Work
from services.chassis.messages import FieldError


def supplement_case(request: SupplementCase, work: Work) -> CaseView:
    """Answers items of the open letter; those left open keep the ball with the firm.

    What is sent of its own accord joins the case and leaves the clock alone. Raises CaseNotFound,
    RoleMissing, ActionNotOpen, IntakeFrozen, UnknownItem, EmptyAnswer, AlreadyAnswered,
    DocumentNotReady, InvalidForm for a value its field cannot have.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "supplement")
    if not request.answers and not request.text and not request.document_ids:
        raise EmptyAnswer(errors=[FieldError(field="text", code="required")])
    attached = _attached(request)
    documents.ensure_ready(work.session, case, attached)
    letter, leads = _answered(work, case, request)
    facts: dict[str, Any] = {
        "letter": letter,
        "answers": len(request.answers),
        "documents": len(attached),
    }
    if request.text:
        facts["text"] = request.text
    moves.follow(work, case, now, "supplement", leads=leads, facts=facts)
    if leads == "complete":
        case.due_at = None
    _keep_version(work, case, request, letter, attached)
    work.emit(
        events.of_case(
            SupplementSent,
            case,
            letter=letter,
            complete=leads == "complete",
            document_ids=attached,
        )
    )
    return case_view(work, case, now)


def _keep_version(
    work: Work, case: Case, request: SupplementCase, letter: int, attached: list[str]
) -> None:
    kind = case_types.kept(work.session, case.type, case.type_version)
    inside = kind.attachments(case.form)
    numbers = letters.numbers_of(work.session, case, [each.item_id for each in request.answers])
    submissions.keep(
        work,
        case,
        letter=letter or None,
        items=numbers,
        text=request.text,
        beside=[each for each in attached if each not in inside],
    )


def _attached(request: SupplementCase) -> list[str]:
    answered = (found for answer in request.answers for found in answer.document_ids)
    return list(dict.fromkeys([*answered, *request.document_ids]))


def _answered(work: Work, case: Case, request: SupplementCase) -> tuple[int, str]:
    """The letter's number, and where the answers lead; 0 when none of it answers a letter."""
    if not request.answers:
        return 0, "free"
    letter = letters.open_letter(work.session, case)
    items = letters.items_of(work.session, letter) if letter else []
    answered = letters.answer(items, request.answers, work.now)
    submissions.correct(case, case_types.kept(work.session, case.type, case.type_version), answered)
    complete = all(item.state != "open" for item in items)
    return letter.number if letter else 0, "complete" if complete else "partial"
