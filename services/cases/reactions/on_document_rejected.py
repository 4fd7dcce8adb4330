"""A file did not pass inspection; when it was sent in already, the firm is asked for another."""

from __future__ import annotations

from services.cases import events
from services.cases.catalogue.letter_texts import replace_document
from services.cases.contract.types.deficiencies import MissingItem
from services.cases.domain import lifecycle
from services.cases.domain.deadlines import answer_within
from services.cases.model import Case, Letter
from services.cases.steps import asking
from services.cases.store import (
    case_types,
    cases,
    documents,
    freezes,
    known,
    letters,
    moves,
    situations,
)
from services.chassis.db.work import Work
from services.documents.contract.events import DocumentRejected

WEEKS = 3
"""The default time to answer a deficiency letter."""


def on_document_rejected(event: DocumentRejected, work: Work) -> None:
    """A draft's rejected file stops the submit; one sent in becomes a deficiency item by itself."""
    documents.heard(work.session, event, "rejected", reason=event.reason)
    case = cases.told_of(work.session, event.case_id, work.actor.utility)
    if case is None or not _was_sent_in(event.document_id, case, work):
        return
    if letters.asks_for(work.session, case, event.document_id):
        return
    now = situations.of(work, case)
    if not lifecycle.is_open(now, "reject_document"):
        return
    letter = _extended_or_new(case, work)
    language = known.language_of(work.session, case.firm_id, case.utility)
    text = replace_document(event.filename, event.reason, language)
    item = MissingItem(
        code="replace_document", reason="illegible", text=text, target=event.document_id
    )
    kind = case_types.kept(work.session, case.type, case.type_version)
    letters.ask(work.session, letter, [item], lambda target: asking.step_of(kind, case, target))
    facts = {"letter": letter.number, "filename": event.filename, "reason": event.reason}
    moves.follow(work, case, now, "reject_document", facts=facts)
    case.due_at, case.proposal = letter.due_at, None
    items = letters.items_of(work.session, letter)
    work.emit(events.information_requested(case, letter, items))


def _was_sent_in(document_id: str, case: Case, work: Work) -> bool:
    if case.submitted_at is None:
        return False
    kind = case_types.kept(work.session, case.type, case.type_version)
    attached = kind.attachments(case.form)
    return document_id in attached or letters.answers_with(work.session, case, document_id)


def _extended_or_new(case: Case, work: Work) -> Letter:
    """The open letter with at least the default time left, else a new one for a minor lack."""
    asked_due_at = answer_within(work.now, WEEKS)
    letter = letters.open_letter(work.session, case)
    if letter is None:
        letter = letters.send(work.session, case, "minor", asked_due_at, work.now)
    letter.asked_due_at = max(letter.asked_due_at, asked_due_at)
    letter.due_at = freezes.moved_due(work.session, case.utility, letter.asked_due_at)
    return letter
