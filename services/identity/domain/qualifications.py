"""When a qualification counts, and when its firm is reminded."""

from __future__ import annotations

from datetime import date

from services.chassis.messages import FieldError, InvalidRequest
from services.identity.contract.types.trades import QualificationType

REMINDERS = (60, 14)
"""Days before the last valid day."""


def counts(state: str, expires_on: date | None, today: date) -> bool:
    """Verified, and not run out: its last day is a valid one."""
    return state == "verified" and (expires_on is None or expires_on >= today)


def reminder_due(expires_on: date, reminded: int | None, today: date) -> int | None:
    """Which reminder is to be sent now; one that was missed is not sent late on top of the next."""
    left = (expires_on - today).days
    passed = [days for days in REMINDERS if 0 <= left <= days]
    due = min(passed, default=None)
    return due if due is not None and (reminded is None or due < reminded) else None


def ensure_sensible(
    kind: QualificationType | None,
    holder: str,
    issued_on: date,
    expires_on: date | None,
    today: date,
) -> None:
    """Raises InvalidRequest naming what is wrong."""
    wrong = {
        "type": "literal_error" if kind is None else "",
        "holder": "missing" if kind is not None and kind.personal and not holder else "",
        "issued_on": "date_in_future" if issued_on > today else "",
        "expires_on": "date_past" if expires_on is not None and expires_on < today else "",
    }
    errors = [FieldError(field=field, code=code) for field, code in wrong.items() if code]
    if errors:
        raise InvalidRequest(errors=errors)
