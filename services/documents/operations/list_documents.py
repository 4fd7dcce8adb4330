"""Somebody opens the journal of a case."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentList
from services.documents.store import cases, documents, shielding
from services.documents.views import document_view


def list_documents(request: ListDocuments, work: Work) -> DocumentList:
    """The case's journal, oldest first: to staff all of it, to its firms less internal and shielded
    entries, to a firm that had it what it sent itself.

    Refuses CaseUnknown.
    """
    case = cases.known_to(work.session, work.actor, request.case_id)
    found = documents.of_case(work.session, work.actor, case.case_id)
    held = shielding.holding_of(work.session, [document.id for document in found])
    return DocumentList(items=[document_view(each, held.get(each.id)) for each in found])
