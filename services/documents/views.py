"""Rows as the contract shows them."""

from __future__ import annotations

from typing import cast

from services.documents.contract.parts import part_count
from services.documents.contract.types import (
    DocumentState,
    DocumentView,
    JournalType,
    LetterKind,
    RejectionReason,
    UploadView,
)
from services.documents.model import Document, Shielding, Upload
from services.documents.store import shielding


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


def document_view(document: Document, held: Shielding | None = None) -> DocumentView:
    """The journal's entry and what shields it.

    Its SHA-256 is empty until somebody has promised or measured one.
    """
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
        direction=document.direction,
        journal_type=cast(JournalType, document.journal_type),
        title=document.title,
        dated_on=document.dated_on,
        journal_number=document.journal_number,
        letter=cast("LetterKind | None", document.letter),
        uploaded_by=document.uploader_name,
        created_at=document.created_at,
        inspected_at=document.inspected_at,
        followed_up_at=document.followed_up_at,
        followed_up_by=document.followed_up_by or "",
        shielding=shielding.view(held) if held else None,
    )
