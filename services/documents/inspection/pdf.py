"""A PDF is whole and not locked."""

from __future__ import annotations

import re

from services.documents.inspection.subject import Rejected, Subject

CHUNK = 1024 * 1024
OVERLAP = 64


def _spelled(name: str) -> bytes:
    """A PDF name with each letter plain or as `#45`, the ways a reader must understand."""
    return "".join(f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in name).encode()


_LOCKED = re.compile(rb"/" + _spelled("Encrypt") + rb"\s*(?:[0-9]{1,10}\s+[0-9]{1,5}\s+R\b|<<)")


def pdf(subject: Subject) -> None:
    """Rejects as `unreadable` when its end is missing, as `encrypted` when it needs a password.

    The end (`startxref`, `%%EOF`) stands in the last bytes (ISO 32000-1, 7.5.5); what encrypts
    a file is named in its trailer, which is never compressed.
    """
    if subject.format != "pdf":
        return
    if b"startxref" not in subject.tail or b"%%EOF" not in subject.tail:
        raise Rejected("unreadable")
    if _is_locked(subject):
        raise Rejected("encrypted")


def _is_locked(subject: Subject) -> bool:
    subject.file.seek(0)
    kept = b""
    while chunk := subject.file.read(CHUNK):
        if _LOCKED.search(kept + chunk):
            return True
        kept = chunk[-OVERLAP:]
    return False
