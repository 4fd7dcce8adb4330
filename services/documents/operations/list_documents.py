"""Somebody opens the journal of a case."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentList
from services.documents.store import cases, documents
from services.documents.views import document_view


def list_documents(request: ListDocuments, work: Work) -> DocumentList:
    """Every document of the case, oldest first; to a firm that had it, those it sent itself.

    Refuses CaseUnknown.
    """
    case = cases.known_to(work.session, work.actor, request.case_id)
    found = documents.of_case(work.session, work.actor, case.case_id)
    return DocumentList(items=[document_view(document) for document in found])
