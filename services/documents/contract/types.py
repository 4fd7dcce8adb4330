"""Shapes documents answers with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from services.chassis.messages import Message

DocumentState = Literal["quarantined", "accepted", "rejected"]
Direction = Literal["incoming", "outgoing", "internal"]
JournalType = Literal["I", "U", "N", "X"]
"""Noark's: incoming, outgoing, internal with follow-up, internal without."""
OwnType = Literal["U", "N", "X"]
"""What the utility enters itself."""
DIRECTIONS: dict[JournalType, Direction] = {
    "I": "incoming",
    "U": "outgoing",
    "N": "internal",
    "X": "internal",
}
RejectionReason = Literal[
    "checksum",
    "size",
    "type_not_allowed",
    "type_mismatch",
    "unreadable",
    "encrypted",
    "too_large_image",
]
LetterKind = Literal[
    "receipt", "deficiency", "interim", "decision", "statement", "closing", "firm_decision"
]


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


class Shield(Message):
    """Why a document is kept from firms, and until when."""

    basis: str = Field(max_length=40)
    """The code of a legal basis (`ListLegalBases`); the restriction follows from it."""
    reason: str = Field(min_length=3, max_length=1000)
    ends_on: date | None = None
    """The last day it is kept from them; without one until somebody lifts it."""
    public_title: str = Field(default="", max_length=200)
    """The title with masked words (Noark: offentligTittel), for the public journal alone."""


class ShieldingView(Shield):
    """A shielding that holds; staff alone see it."""

    restriction: str
    ends_at: datetime | None
    shielded_at: datetime
    shielded_by: str


class LegalBasis(Message):
    """A ground in law for keeping a document from others."""

    code: str
    restriction: str
    reference: str
    """As it is cited."""
    law: str
    """The act by its number."""
    title: dict[str, str]
    restriction_title: dict[str, str]


class LegalBases(Message):
    """The grounds, in the order they are offered."""

    items: list[LegalBasis]


class Entry(Message):
    """A document the utility puts on a case in its own right."""

    journal_type: OwnType
    title: str = Field(min_length=3, max_length=200)
    dated_on: date | None = None
    """The date on the document; today when it is left out."""
    shield: Shield | None = None
    """Kept from firms from the first moment."""


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
    journal_type: JournalType
    title: str
    dated_on: date
    journal_number: int | None = None
    """Running number within the case, given when the case has been received."""
    letter: LetterKind | None = None
    uploaded_by: str
    created_at: datetime
    inspected_at: datetime | None = None
    followed_up_at: datetime | None = None
    followed_up_by: str = ""
    shielding: ShieldingView | None = None
    """Never set for a firm: what is shielded it does not see at all."""


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
