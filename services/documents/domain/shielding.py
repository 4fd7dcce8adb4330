"""Who may keep a document from firms, and until when; pure."""

from __future__ import annotations

from datetime import date, datetime

from services.chassis.clock import OSLO
from services.chassis.messages import Actor, FieldError, InvalidRequest, NotForYou
from services.chassis.norway import end_of_day

SHIELDERS = ("caseworker", "approver", "archivist")


def ensure_may_shield(actor: Actor) -> None:
    """Those who handle cases and who keeps the archive. Raises NotForYou."""
    if not actor.has(*SHIELDERS):
        raise NotForYou


def ensure_ahead(ends_on: date | None, now: datetime, field: str) -> None:
    """A last day is today or later. Raises InvalidRequest, naming the field."""
    if ends_on is not None and ends_on < now.astimezone(OSLO).date():
        raise InvalidRequest(errors=[FieldError(field=field, code="date_past")])


def ends_at(ends_on: date | None) -> datetime | None:
    """The midnight in Oslo after the last day, exclusive."""
    return None if ends_on is None else end_of_day(ends_on)
