"""Claiming a file of the quarantine, and what becomes of it; each in a transaction of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.documents.catalogue import kinds
from services.documents.contract.events import DocumentAccepted, DocumentRejected
from services.documents.contract.types import RejectionReason
from services.documents.model import Document, Upload
from services.documents.store import documents, telling, uploads

MOST_ATTEMPTS = 5
SHORTEST_LEASE = timedelta(seconds=10)
SLOWEST_BYTES_A_SECOND = 4 * 1024 * 1024
AFTER_TROUBLE = timedelta(seconds=5)


def inspector(utility: str = "") -> Actor:
    """Who the trail says it was."""
    return Actor.system("documents-inspector", utility)


@dataclass(frozen=True)
class Claim:
    """A file this process inspects until its lease ends; then another may."""

    document_id: str
    utility: str
    filename: str
    kind: str
    size: int
    sha256: str | None
    parts: list[str]
    attempts: int

    @property
    def spent(self) -> bool:
        """It has ended every inspector that tried: there is no point in one more."""
        return self.attempts > MOST_ATTEMPTS


def claim_next() -> Claim | None:
    """Count an attempt at the file that has waited longest; committed before it is tried."""
    with begin(inspector()) as work:
        document = documents.next_to_inspect(work.session, work.now)
        if document is None:
            return None
        document.attempts += 1
        slow = timedelta(seconds=document.size / SLOWEST_BYTES_A_SECOND)
        document.leased_until = work.now + SHORTEST_LEASE + slow
        upload = work.session.get_one(Upload, document.upload_id)
        return Claim(
            document_id=document.id,
            utility=document.utility,
            filename=document.filename,
            kind=document.kind,
            size=document.size,
            sha256=document.sha256,
            parts=uploads.part_keys(upload),
            attempts=document.attempts,
        )


def accept(claim: Claim, sha256: str) -> bool:
    """Its bytes lie under their hash: it may be read. False when another was faster."""
    with begin(inspector(claim.utility)) as work:
        document = _inspected(claim, "accepted", work)
        format = kinds.format_of(claim.filename)
        if document is None or format is None:
            return False
        document.sha256 = sha256
        document.media_type = kinds.media_type(format)
        accepted = DocumentAccepted(
            case_id=document.case_id,
            document_id=document.id,
            filename=document.filename,
            kind=document.kind,
            media_type=document.media_type,
            size=document.size,
            sha256=sha256,
        )
        telling.tell(work, document, accepted, "accepted")
        telling.publish(work, document)
        return True


def reject(claim: Claim, reason: RejectionReason) -> bool:
    """The row stays with the reason; its parts go with the next sweep of the staging."""
    with begin(inspector(claim.utility)) as work:
        document = _inspected(claim, "rejected", work)
        if document is None:
            return False
        document.reason = reason
        rejected = DocumentRejected(
            case_id=document.case_id,
            document_id=document.id,
            filename=document.filename,
            kind=document.kind,
            reason=reason,
            direction=document.direction,
        )
        telling.tell(work, document, rejected, "rejected")
        return True


def give_back(claim: Claim, *, counted: bool) -> None:
    """No verdict. What was not the file's fault does not count as an attempt at it."""
    with begin(inspector(claim.utility)) as work:
        document = documents.in_quarantine(work.session, claim.document_id)
        if document is not None and document.attempts == claim.attempts:
            document.attempts -= 0 if counted else 1
            document.leased_until = work.now + AFTER_TROUBLE


def _inspected(claim: Claim, state: str, work: Work) -> Document | None:
    document = documents.in_quarantine(work.session, claim.document_id)
    if document is not None:
        document.state = state
        document.inspected_at = work.now
    return document
