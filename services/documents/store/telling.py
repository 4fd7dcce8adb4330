"""What is told of a document: to all who see it, and of what no firm sees to staff alone."""

from __future__ import annotations

from typing import cast

from sqlalchemy.orm import Session

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.documents.contract.events import DocumentEvent, DocumentPublished, JournalKept
from services.documents.contract.types import JournalType
from services.documents.model import Document
from services.documents.store import shielding

WAITING, TOLD = "waiting", "told"


def is_kept(session: Session, document: Document) -> bool:
    """True for what no firm sees: internal entries, and shielded ones."""
    internal = document.direction == "internal"
    return internal or shielding.holding(session, document.id) is not None


def tell(work: Work, document: Document, event: DocumentEvent, what: str) -> None:
    """The event; of what no firm sees only that something happened to it."""
    if is_kept(work.session, document):
        tell_staff(work, document, what)
    else:
        work.emit(event, utility=document.utility)


def tell_staff(
    work: Work,
    document: Document,
    what: str,
    *,
    by: Actor | None = None,
    basis: str = "",
    reason: str = "",
) -> None:
    """Something happened to an entry; no title, no name, and to no firm."""
    kept = JournalKept.model_validate(
        {
            "case_id": document.case_id,
            "document_id": document.id,
            "journal_type": cast(JournalType, document.journal_type),
            "what": what,
            "basis": basis,
            "reason": reason,
        }
    )
    work.emit(kept, utility=document.utility, by=by)


def publish(work: Work, document: Document, *, by: Actor | None = None) -> None:
    """Tell firms, once, of what the utility put on the case: when it is clean and they see it."""
    if document.publication != WAITING or document.state != "accepted":
        return
    if is_kept(work.session, document):
        return
    document.publication = TOLD
    published = DocumentPublished(
        case_id=document.case_id,
        document_id=document.id,
        filename=document.filename,
        kind=document.kind,
    )
    work.emit(published, utility=document.utility, by=by)
