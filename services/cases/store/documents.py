"""What cases knows of the files attached to its cases."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.errors import DocumentNotReady
from services.cases.contract.types.forms import FieldProblem
from services.cases.model import Case, CaseDocument
from services.chassis.messages import FieldError
from services.documents.contract.events import DocumentEvent, DocumentShielded, ShieldingLifted

RETRY_SECONDS = 1
"""A file's event may still be on its way; the caller tries again."""


def heard(session: Session, event: DocumentEvent, state: str, **said: str | bool | None) -> None:
    """Keep the newest: a verdict is never overwritten by the upload that came before it."""
    keep = insert(CaseDocument).values(
        document_id=event.document_id,
        case_id=event.case_id,
        filename=event.filename,
        kind=event.kind,
        state=state,
        **said,
    )
    if state == "quarantined":
        session.execute(keep.on_conflict_do_nothing())
    else:
        session.execute(
            keep.on_conflict_do_update(
                index_elements=["document_id"], set_={"state": state, **said}
            )
        )


def heard_of_shielding(session: Session, event: DocumentShielded | ShieldingLifted) -> None:
    """Keep whether firms see it, as of the newest change."""
    said = {
        "shielded": isinstance(event, DocumentShielded),
        "shielding_revision": event.revision,
    }
    new = insert(CaseDocument).values(
        document_id=event.document_id,
        case_id=event.case_id,
        filename=event.filename,
        kind=event.kind,
        state="accepted",
        media_type=event.media_type,
        published=False,
        **said,
    )
    session.execute(
        new.on_conflict_do_update(
            index_elements=["document_id"],
            set_=said,
            where=CaseDocument.shielding_revision < event.revision,
        )
    )


def shielded(session: Session, case: Case) -> frozenset[str]:
    """Ids of the case's documents that no firm sees now."""
    return frozenset(
        session.scalars(
            select(CaseDocument.document_id).where(
                CaseDocument.case_id == case.id, CaseDocument.shielded
            )
        )
    )


def is_published(session: Session, document_id: str) -> bool:
    """True when the timeline says already that the utility put it on the case."""
    found = select(CaseDocument.published).where(CaseDocument.document_id == document_id)
    return bool(session.scalar(found))


def known(session: Session, case: Case, ids: Collection[str]) -> dict[str, CaseDocument]:
    """Those of the ids that are this case's."""
    if not ids:
        return {}
    rows = session.scalars(
        select(CaseDocument).where(
            CaseDocument.case_id == case.id, CaseDocument.document_id.in_(ids)
        )
    )
    return {row.document_id: row for row in rows}


def problems(session: Session, kind: CaseType, case: Case) -> list[FieldProblem]:
    """Attached files that cannot be submitted: rejected, or of a type the field does not take."""
    attached = kind.attachments(kind.visible(case.form))
    return [
        FieldProblem(
            field=attached[document_id].name,
            code=code,
            step=kind.definition.step_of(attached[document_id].name),
            facts={"document_id": document_id},
        )
        for document_id, document in known(session, case, attached).items()
        if (code := _problem(document, attached[document_id].accept))
    ]


def _problem(document: CaseDocument, accept: list[str]) -> str:
    if document.state == "rejected":
        return "document_rejected"
    if document.media_type and document.media_type not in accept:
        return "media_type_not_allowed"
    return ""


def ensure_ready(session: Session, case: Case, ids: Collection[str]) -> None:
    """Each is known here as this case's and not rejected; being inspected is good enough.

    Raises DocumentNotReady, with `retry_after` for one that may only not have been heard of yet.
    """
    documents = known(session, case, ids)
    for document_id in ids:
        document = documents.get(document_id)
        if document is None:
            raise DocumentNotReady(
                document_id=document_id, state="unknown", retry_after=RETRY_SECONDS
            )
        if document.state == "rejected" or document.letter:
            raise DocumentNotReady(
                errors=[FieldError(field="document_ids", code="document_rejected")],
                document_id=document_id,
                state=document.state,
            )


def names(session: Session, case: Case, ids: Collection[str]) -> dict[str, str]:
    """Document id -> file name, for the receipt."""
    return {key: document.filename for key, document in known(session, case, ids).items()}
