"""A letter of the utility stands in the journal; the timeline shows it."""

from __future__ import annotations

from services.cases.store import cases, documents, moves
from services.chassis.db.work import Work
from services.documents.contract.events import LetterIssued


def on_letter_issued(event: LetterIssued, work: Work) -> None:
    """Once per letter."""
    case = cases.told_of(work.session, event.case_id, work.actor.utility)
    if case is None or documents.known(work.session, case, [event.document_id]):
        return
    documents.heard(work.session, event, "accepted", letter=event.letter)
    facts = {"letter": event.letter, "document_id": event.document_id, "title": event.title}
    moves.note(work, case, "issue_letter", facts)
