"""Firm or utility writes about a case."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import ActionNotOpen
from services.cases.contract.events.dialogue import MessageSent, NoteWritten
from services.cases.contract.operations.dialogue import SendMessage
from services.cases.contract.party_errors import NotYourPart
from services.cases.contract.types.dialogue import DialogueEntry, Side
from services.cases.contract.types.parties import PersonRef
from services.cases.model import Case, CaseMessage
from services.cases.steps.message_entries import entries
from services.cases.store import access, cases, dialogue, documents, moves, untold
from services.chassis.db.work import Work
from services.chassis.messages import Actor, FieldError, InvalidRequest


def send_message(request: SendMessage, work: Work) -> DialogueEntry:
    """Who answers has read what came before; the other side is told after a quiet moment.

    Raises CaseNotFound, RoleMissing, NotYourPart, ActionNotOpen, InvalidRequest, DocumentNotReady.
    """
    case = cases.locked(work, request.case_id)
    access.ensure(work.actor, *_writers(work.actor))
    stands = access.standing(work.actor, case)
    if stands == "read":
        raise NotYourPart(standing=stands)
    if case.status == "draft":
        raise ActionNotOpen(action="send_message", status=case.status, reason="status")
    _ensure_fitting(request, work.actor)
    documents.ensure_ready(work.session, case, request.document_ids)
    message = dialogue.add(work, case, request)
    dialogue.mark_read(work, case, message.number)
    case.updated_at = work.now
    _tell(work, case, message)
    return entries(work, [message])[0]


def _writers(actor: Actor) -> tuple[str, ...]:
    firm = actor.audience == "contractor"
    return access.FIRM_CORRESPONDENTS if firm else access.STAFF_CORRESPONDENTS


def _ensure_fitting(request: SendMessage, actor: Actor) -> None:
    if request.kind != "internal_note":
        return
    if actor.audience == "contractor":
        raise InvalidRequest(errors=[FieldError(field="kind", code="literal_error")])
    if request.document_ids:
        raise InvalidRequest(errors=[FieldError(field="document_ids", code="not_in_notes")])


def _tell(work: Work, case: Case, message: CaseMessage) -> None:
    by = PersonRef(person_id=message.by_id, name=message.by_name)
    if message.kind == "internal_note":
        work.emit(NoteWritten(case_id=case.id, message_id=message.id, by=by))
        return
    moves.mark_news(case, work.actor, work.now)
    other: Side = "utility" if message.side == "firm" else "firm"
    untold.forget(work.session, case, message.side)
    untold.wait(work.session, case, other, work.now)
    work.emit(
        events.of_case(
            MessageSent, case, message_id=message.id, kind=message.kind, side=message.side, by=by
        )
    )
