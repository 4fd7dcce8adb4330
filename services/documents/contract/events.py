"""What documents tells."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Event
from services.documents.contract.types import LetterKind, RejectionReason


class DocumentEvent(Event):
    """Common to all that happens to a document; sequenced per case."""

    aggregate_kind: ClassVar[str] = "case"
    aggregate_field: ClassVar[str] = "case_id"

    case_id: str
    document_id: str
    filename: str
    kind: str


class DocumentUploaded(DocumentEvent):
    """All bytes are there, in quarantine."""

    size: int
    answers: str | None = None


class DocumentAccepted(DocumentEvent):
    """Inspected and clean; may be read."""

    media_type: str
    size: int
    sha256: str


class DocumentRejected(DocumentEvent):
    """Inspected and refused; the reason is told to the firm."""

    reason: RejectionReason


class LetterIssued(DocumentEvent):
    """A letter of the utility stands in the journal."""

    letter: LetterKind
    title: str
    journal_number: int | None
