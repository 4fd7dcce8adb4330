"""Opaque cursors of a list: where the page before it ended."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime

from services.chassis.messages import FieldError, InvalidRequest


def write(sort: str, at: datetime, case_id: str) -> str:
    """The cursor after a row."""
    place = json.dumps([sort, at.isoformat(), case_id])
    return base64.urlsafe_b64encode(place.encode()).decode()


def read(sort: str, cursor: str) -> tuple[datetime, str]:
    """The row a cursor stands after. Raises InvalidRequest when it is not one of this sorting."""
    try:
        kind, at, case_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        instant = datetime.fromisoformat(at)
        if kind != sort or instant.tzinfo is None or not isinstance(case_id, str):
            raise ValueError
    except (ValueError, TypeError, binascii.Error):
        raise InvalidRequest(errors=[FieldError(field="cursor", code="cursor_invalid")]) from None
    return instant, case_id
