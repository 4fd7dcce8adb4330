"""What documents can be asked."""

from __future__ import annotations

from pydantic import Field

from services.chassis.messages import Command, Query
from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)
from services.chassis.messages.own_data import ExportMineRequest
from services.chassis.messages.trail import ListDeedsRequest, ListTrailRequest
from services.documents.contract.types import (
    DocumentList,
    DocumentView,
    Entry,
    LegalBases,
    OpenDocument,
    Shield,
    UploadView,
)

Sha256 = str


class Canary(CanaryRequest):
    """Prove that documents consumes and works."""


class ListParked(ListParkedRequest):
    """Parked events of documents."""


class ReplayParked(ReplayParkedRequest):
    """Replay one of them."""


class StartUpload(Command[UploadView]):
    """Announce a file. Refuses CaseUnknown, FileEmpty, FileTooLarge, FileTypeNotAllowed."""

    case_id: str
    filename: str = Field(min_length=1, max_length=200)
    size: int = Field(ge=0)
    kind: str = Field(max_length=40)
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    answers: str | None = None
    """The deficiency item the file answers."""
    entry: Entry | None = None
    """How the utility enters it in the journal; staff alone."""


class GetUpload(Query[UploadView]):
    """Which parts have arrived, to resume."""

    upload_id: str


class CompleteUpload(Command[DocumentView]):
    """All parts are there; the file goes to quarantine and inspection. Refuses PartsMissing."""

    upload_id: str
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")


class ListDocuments(Query[DocumentList]):
    """The journal of a case; to firms less internal and shielded entries. Refuses CaseUnknown."""

    case_id: str


class ListFirmLetters(Query[DocumentList]):
    """What the utility has decided about a firm, as letters, newest first.

    The firm's own people need name nobody; whoever lets firms in names the firm. Empty for others.
    """

    firm_id: str = ""


class GetDocument(Query[DocumentView]):
    """One document's state."""

    document_id: str


class OpenContent(Query[OpenDocument]):
    """Where the bytes are, when accepted; the read is noted. Refuses NotAccepted."""

    document_id: str


class StartFirmUpload(Command[UploadView]):
    """Announce a file of the firm's own (its administrator): proof of what it can do.

    From there on it goes the way of all files. Refuses FileEmpty, FileTooLarge, FileTypeNotAllowed.
    """

    filename: str = Field(min_length=1, max_length=200)
    size: int = Field(ge=0)
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")


class ListLegalBases(Query[LegalBases]):
    """The grounds a document may be shielded on."""


class ShieldDocument(Command[DocumentView], Shield):
    """Keep a document from firms, on a ground in law; anew, it changes ground and end.

    Refuses DocumentNotFound, NotAccepted, and InvalidRequest for a basis that is not on the list
    or a last day that has passed.
    """

    document_id: str
    with_letters: bool = True
    """Letters of the case that name the file (the receipt does) are kept from firms with it."""


class LiftShielding(Command[DocumentView]):
    """Show a shielded document again. Refuses DocumentNotFound, NotAccepted, NotShielded."""

    document_id: str
    reason: str = Field(min_length=3, max_length=1000)


class SettleFollowUp(Command[DocumentView]):
    """An internal document has been followed up. Refuses DocumentNotFound, NothingToFollowUp."""

    document_id: str


class ExportMine(ExportMineRequest):
    """What oneself has sent: files, and uploads that never became one."""


class ListDeeds(ListDeedsRequest):
    """What oneself has done, newest first."""


class ListTrail(ListTrailRequest):
    """Documents' own trail, reads included (auditor, administrator)."""
