"""A document is kept from firms."""

from __future__ import annotations

from services.cases.store import documents
from services.chassis.db.work import Work
from services.documents.contract.events import DocumentShielded


def on_document_shielded(event: DocumentShielded, work: Work) -> None:
    """The timeline does not show them that it was put in the case."""
    documents.heard_of_shielding(work.session, event)
