"""What arrived is what was sent."""

from __future__ import annotations

from services.documents.inspection.subject import Rejected, Subject


def checksum(subject: Subject) -> None:
    """The SHA-256 the sender promised, if one was. Rejects as `checksum`."""
    if subject.promised_sha256 and subject.promised_sha256 != subject.sha256:
        raise Rejected("checksum")


def size(subject: Subject) -> None:
    """As many bytes as announced. Rejects as `size`."""
    if subject.size != subject.announced_size:
        raise Rejected("size")
