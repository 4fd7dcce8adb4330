"""Cursors of lists: where the last page ended, opaque to the client."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime

from services.chassis.messages import FieldError, InvalidRequest


def write(at: datetime, key: str) -> str:
    """After the row with this instant and key."""
    return base64.urlsafe_b64encode(json.dumps([at.isoformat(), key]).encode()).decode()


def read(cursor: str) -> tuple[datetime, str] | None:
    """Where to go on; None for the first page. Refuses a cursor that is not of our making."""
    if not cursor:
        return None
    try:
        at, key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        return datetime.fromisoformat(at), str(key)
    except (ValueError, TypeError, binascii.Error):
        raise InvalidRequest(errors=[FieldError(field="cursor", code="invalid")]) from None


def write_words(*words: str) -> str:
    """After the row with these words, in a list that is not sorted by time."""
    return base64.urlsafe_b64encode(json.dumps(words).encode()).decode()


def read_words(cursor: str, number: int) -> list[str] | None:
    """That many words; None for the first page. Refuses a cursor that is not of our making."""
    if not cursor:
        return None
    try:
        words = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, TypeError, binascii.Error):
        words = None
    if isinstance(words, list) and len(words) == number and all(isinstance(w, str) for w in words):
        return words
    raise InvalidRequest(errors=[FieldError(field="cursor", code="invalid")])
