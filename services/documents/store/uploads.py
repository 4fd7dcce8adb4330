"""Uploads on their way."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from services.chassis.messages import Actor
from services.documents.contract.errors import UploadNotFound
from services.documents.contract.parts import part_count, part_key, size_of_part
from services.documents.model import CaseAccess, Document, Upload
from services.documents.store.access import shown_to_firms, visible_to
from services.documents.store.files import objects

LIFETIME = timedelta(hours=24)
"""How long an announced file may take to arrive."""
GRACE = timedelta(hours=1)
"""A part that was on its way when the upload expired has landed by then."""


def visible(session: Session, actor: Actor, upload_id: str, now: datetime) -> Upload:
    """The upload, while it lives, for those who see its case and stand on its side of it.

    Raises UploadNotFound.
    """
    found = session.scalars(
        select(Upload)
        .join(CaseAccess, CaseAccess.case_id == Upload.case_id)
        .outerjoin(Document, Document.id == Upload.document_id)
        .where(
            Upload.id == upload_id,
            _of_the_side_of(actor),
            or_(Upload.expires_at > now, Upload.document_id.is_not(None)),
            visible_to(actor),
        )
        .with_for_update(of=Upload)
    ).one_or_none()
    if found is None:
        raise UploadNotFound
    return found


def _of_the_side_of(actor: Actor) -> ColumnElement[bool]:
    """A firm's uploads are gone for it when what became of them is shielded."""
    if actor.audience == "contractor":
        seen = or_(Upload.document_id.is_(None), shown_to_firms())
        return and_(Upload.journal_type == "I", seen)
    return Upload.journal_type != "I"


def arrived(upload: Upload) -> list[int]:
    """Numbers of the parts that lie whole in the store; all of them once it is complete."""
    numbers = range(1, part_count(upload.size, upload.part_size) + 1)
    if upload.document_id:
        return list(numbers)
    return [number for number in numbers if _whole(upload, number)]


def _whole(upload: Upload, number: int) -> bool:
    found = objects().head(part_key(upload.id, number))
    return found is not None and found.size == size_of_part(number, upload.size, upload.part_size)


def part_keys(upload: Upload) -> list[str]:
    """Where the parts lie, in order."""
    count = part_count(upload.size, upload.part_size)
    return [part_key(upload.id, number) for number in range(1, count + 1)]


def to_clear(session: Session, now: datetime, limit: int) -> list[Upload]:
    """Uploads whose parts nobody needs: expired without a claim, or inspected."""
    return list(
        session.scalars(
            select(Upload)
            .outerjoin(Document, Document.id == Upload.document_id)
            .where(
                Upload.cleared_at.is_(None),
                or_(
                    Upload.document_id.is_(None) & (Upload.expires_at < now - GRACE),
                    Document.state != "quarantined",
                ),
            )
            .limit(limit)
            .with_for_update(of=Upload, skip_locked=True)
        )
    )


def forget_uploader(session: Session, person_id: str) -> None:
    """Uploads that never became documents keep no name; a document's is the archive's."""
    session.execute(
        update(Upload)
        .where(Upload.uploader_id == person_id, Upload.document_id.is_(None))
        .values(uploader_name="")
    )
