"""The utility put a document on the case; the timeline shows it, and it is news."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.documents import DocumentPutIn
from services.cases.store import cases, documents, moves
from services.chassis.db.work import Work
from services.documents.contract.events import DocumentPublished


def on_document_published(event: DocumentPublished, work: Work) -> None:
    """Once per document; its title is fetched by those who see it."""
    case = cases.told_of(work.session, event.case_id, work.actor.utility)
    if case is None or documents.is_published(work.session, event.document_id):
        return
    documents.heard(work.session, event, "accepted", published=True)
    moves.note(work, case, "publish_document", {"document_id": event.document_id})
    work.emit(events.of_case(DocumentPutIn, case, document_id=event.document_id))
