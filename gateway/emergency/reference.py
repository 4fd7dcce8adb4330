"""The reference a reporter is told, and reads out on the phone."""

from __future__ import annotations

import hashlib
import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0/O, 1/I/L, U: what is misheard or misread on the phone."""
LENGTH = 6
REFERENCE = re.compile(rf"A-[{ALPHABET}]{{{LENGTH}}}")


def new_reference() -> str:
    """One of 700 million; the spool refuses one that is taken."""
    return "A-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def reference_for(key: str) -> str:
    """The same for the same Idempotency-Key, so that a repeated report is found again."""
    number = int.from_bytes(hashlib.sha256(f"emergency\0{key}".encode()).digest())
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "A-" + "".join(letters)


def is_reference(text: str) -> bool:
    """True for the form we give out; anything else never reaches the file system."""
    return REFERENCE.fullmatch(text) is not None
