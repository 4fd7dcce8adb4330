"""The journal's entries."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from services.chassis.messages import Actor
from services.documents.contract.errors import DocumentNotFound
from services.documents.contract.folders import is_firm_folder
from services.documents.model import CaseAccess, Document, LetterJob
from services.documents.store.access import readable_by, shown_to_firms


def visible(session: Session, actor: Actor, document_id: str) -> Document:
    """The document, if the actor may read it. Raises DocumentNotFound."""
    found = session.scalars(
        select(Document)
        .join(CaseAccess, CaseAccess.case_id == Document.case_id)
        .where(Document.id == document_id, readable_by(actor))
    ).one_or_none()
    if found is None:
        raise DocumentNotFound
    return found


def of_a_case_locked(session: Session, actor: Actor, document_id: str) -> Document:
    """The same, until the transaction ends; no firm's own paper. Raises DocumentNotFound."""
    found = visible(session, actor, document_id)
    if is_firm_folder(found.case_id):
        raise DocumentNotFound
    session.refresh(found, with_for_update=True)
    return found


def letters_naming(session: Session, document: Document) -> list[Document]:
    """Letters of its case that hold its file name and that firms see, locked."""
    written = cast(LetterJob.content, Text)
    return list(
        session.scalars(
            select(Document)
            .join(LetterJob, LetterJob.document_id == Document.id)
            .where(
                LetterJob.case_id == document.case_id,
                func.strpos(written, document.filename) > 0,
                Document.id != document.id,
                shown_to_firms(),
            )
            .with_for_update(of=Document)
        )
    )


def of_case(session: Session, actor: Actor, case_id: str) -> list[Document]:
    """Those of the case's documents that the actor may read, oldest first."""
    return list(
        session.scalars(
            select(Document)
            .join(CaseAccess, CaseAccess.case_id == Document.case_id)
            .where(Document.case_id == case_id, readable_by(actor))
            .order_by(Document.created_at, Document.id)
        )
    )


def in_quarantine(session: Session, document_id: str) -> Document | None:
    """The document, locked; None when it has been inspected already."""
    return session.scalars(
        select(Document)
        .where(Document.id == document_id, Document.state == "quarantined")
        .with_for_update()
    ).one_or_none()


def next_to_inspect(session: Session, now: datetime) -> Document | None:
    """The document that has waited longest and that no inspector works on, locked."""
    return session.scalars(
        select(Document)
        .where(Document.state == "quarantined", Document.leased_until <= now)
        .order_by(Document.leased_until)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
