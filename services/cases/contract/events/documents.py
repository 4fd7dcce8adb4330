"""Of the utility's documents on a case."""

from __future__ import annotations

from services.cases.contract.events.case_event import CaseEvent


class DocumentPutIn(CaseEvent):
    """The timeline says that the utility put a document on the case; open pages show it."""

    document_id: str
