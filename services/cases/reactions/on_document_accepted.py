"""A file passed inspection."""

from __future__ import annotations

from services.cases.store import documents
from services.chassis.db.work import Work
from services.documents.contract.events import DocumentAccepted


def on_document_accepted(event: DocumentAccepted, work: Work) -> None:
    """Its type is known now."""
    documents.heard(work.session, event, "accepted", media_type=event.media_type)
