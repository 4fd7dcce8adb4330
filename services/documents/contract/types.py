"""Shapes documents answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message

DocumentState = Literal["quarantined", "accepted", "rejected"]
Direction = Literal["incoming", "outgoing"]
RejectionReason = Literal[
    "checksum",
    "size",
    "type_not_allowed",
    "type_mismatch",
    "unreadable",
    "encrypted",
    "too_large_image",
]
LetterKind = Literal["receipt", "deficiency", "interim", "decision", "statement", "closing"]


class UploadView(Message):
    """An upload in parts; the gateway adds a signed URL to each part that has not arrived."""

    upload_id: str
    case_id: str
    filename: str
    size: int
    part_size: int
    parts: int
    arrived: list[int]
    """Numbers (from 1) of the parts that have arrived whole."""
    expires_at: datetime
    document_id: str | None = None


class DocumentView(Message):
    """A document of a case."""

    document_id: str
    case_id: str
    filename: str
    kind: str
    state: DocumentState
    reason: RejectionReason | None = None
    size: int
    sha256: str
    media_type: str | None = None
    direction: Direction
    title: str
    journal_number: int | None = None
    """Running number within the case, given when the case has been received."""
    letter: LetterKind | None = None
    uploaded_by: str
    created_at: datetime
    inspected_at: datetime | None = None


class DocumentList(Message):
    """The journal of a case, oldest first."""

    items: list[DocumentView]


class OpenDocument(Message):
    """Where the bytes of an accepted document are; for the gateway, never for a client."""

    key: str
    filename: str
    media_type: str
    size: int
    sha256: str
