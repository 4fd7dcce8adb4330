"""Rows as the contract shows them."""

from __future__ import annotations

from typing import cast

from services.documents.contract.parts import part_count
from services.documents.contract.types import (
    Direction,
    DocumentState,
    DocumentView,
    LetterKind,
    RejectionReason,
    UploadView,
)
from services.documents.model import Document, Upload


def upload_view(upload: Upload, arrived: list[int]) -> UploadView:
    """The upload and which of its parts have arrived."""
    return UploadView(
        upload_id=upload.id,
        case_id=upload.case_id,
        filename=upload.filename,
        size=upload.size,
        part_size=upload.part_size,
        parts=part_count(upload.size, upload.part_size),
        arrived=arrived,
        expires_at=upload.expires_at,
        document_id=upload.document_id,
    )


def document_view(document: Document) -> DocumentView:
    """The journal's entry; its SHA-256 is empty until somebody has promised or measured one."""
    return DocumentView(
        document_id=document.id,
        case_id=document.case_id,
        filename=document.filename,
        kind=document.kind,
        state=cast(DocumentState, document.state),
        reason=cast("RejectionReason | None", document.reason),
        size=document.size,
        sha256=document.sha256 or "",
        media_type=document.media_type,
        direction=cast(Direction, document.direction),
        title=document.title,
        journal_number=document.journal_number,
        letter=cast("LetterKind | None", document.letter),
        uploaded_by=document.uploader_name,
        created_at=document.created_at,
        inspected_at=document.inspected_at,
    )
