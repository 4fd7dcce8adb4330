"""Somebody asks how it goes with a document."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.operations import GetDocument
from services.documents.contract.types import DocumentView
from services.documents.store import documents, shielding
from services.documents.views import document_view


def get_document(request: GetDocument, work: Work) -> DocumentView:
    """Its state. Refuses DocumentNotFound."""
    document = documents.visible(work.session, work.actor, request.document_id)
    return document_view(document, shielding.holding(work.session, document.id))
