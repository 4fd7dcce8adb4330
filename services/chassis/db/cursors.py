"""Cursors of the chassis's lists: where the last page ended, opaque to the client."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime

from services.chassis.messages import FieldError, InvalidRequest


def write(*words: str) -> str:
    """After the row with these words."""
    return base64.urlsafe_b64encode(json.dumps(words).encode()).decode()


def read(cursor: str, number: int) -> list[str] | None:
    """That many words; None for the first page. Raises InvalidRequest for one not of our making."""
    if not cursor:
        return None
    try:
        words = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error):
        words = None
    if isinstance(words, list) and len(words) == number and all(isinstance(w, str) for w in words):
        return words
    raise refused()


def instant(written: str) -> datetime:
    """An instant of a cursor. Raises InvalidRequest."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise refused() from None
    if at.tzinfo is None:
        raise refused()
    return at


def refused() -> InvalidRequest:
    """The cursor is not one of ours."""
    return InvalidRequest(errors=[FieldError(field="cursor", code="cursor_invalid")])
