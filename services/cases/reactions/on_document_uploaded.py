"""A file of a case has arrived and is being inspected."""

from __future__ import annotations

from services.cases.store import documents
from services.chassis.db.work import Work
from services.documents.contract.events import DocumentUploaded


def on_document_uploaded(event: DocumentUploaded, work: Work) -> None:
    """From now on it may be submitted with the case."""
    documents.heard(work.session, event, "quarantined")
