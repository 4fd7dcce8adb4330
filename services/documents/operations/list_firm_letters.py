"""Somebody reads what the utility has decided about a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.folders import firm_folder
from services.documents.contract.operations import ListFirmLetters
from services.documents.contract.types import DocumentList
from services.documents.store import documents
from services.documents.views import document_view


def list_firm_letters(request: ListFirmLetters, work: Work) -> DocumentList:
    """Newest first; only those the caller may read, so nothing of a firm of others."""
    firm_id = request.firm_id or work.actor.firm_id
    folder = firm_folder(firm_id, work.actor.utility)
    found = documents.of_case(work.session, work.actor, folder)
    letters = [document_view(each) for each in reversed(found) if each.letter]
    return DocumentList(items=letters)
