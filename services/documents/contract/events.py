"""What documents tells."""

from __future__ import annotations

from typing import ClassVar, Literal

from services.chassis.messages import Event
from services.documents.contract.types import (
    Direction,
    JournalType,
    LetterKind,
    RejectionReason,
)


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
    direction: Direction = "incoming"
    """Who sent it: of the utility's own no firm is told."""


class LetterIssued(DocumentEvent):
    """A letter of the utility stands in the journal."""

    letter: LetterKind
    title: str
    journal_number: int | None


class DocumentPublished(DocumentEvent):
    """The utility put a document on the case, and its firms see it from now on."""


class DocumentShielded(DocumentEvent):
    """Kept from firms from now on; `revision` grows with each change of a document's shielding."""

    revision: int
    media_type: str | None
    basis: str
    reason: str


class ShieldingLifted(DocumentEvent):
    """Shown to firms again, by somebody's hand or because the last day has passed."""

    revision: int
    media_type: str | None
    why: Literal["lifted", "ended"]
    reason: str


class JournalKept(Event):
    """Something happened to an entry no firm sees: not a case's event, as those reach its firms."""

    aggregate_kind: ClassVar[str] = "case"
    aggregate_field: ClassVar[str] = "case_id"

    case_id: str
    document_id: str
    journal_type: JournalType
    what: Literal["uploaded", "accepted", "rejected", "shielded", "lifted", "ended", "followed_up"]
    basis: str = ""
    reason: str = ""
