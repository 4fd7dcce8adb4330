"""What narrows a list of cases, beside who may see them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from services.cases.contract.operations.reading import ListCases
from services.cases.domain.deadlines import local_day
from services.cases.model import Case
from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest
from services.chassis.norway import end_of_day

DAYS = {"week": 7, "month": 30}


def narrowed(work: Work, wanted: ListCases) -> list[ColumnElement[bool]]:
    """A condition for each filter asked for. Raises InvalidRequest for a day that is none."""
    exact: dict[Any, str] = {Case.type: wanted.type, Case.zone: wanted.zone}
    filters: list[ColumnElement[bool]] = [c == v for c, v in exact.items() if v]
    if wanted.status:
        filters.append(Case.status.in_(wanted.status))
    if wanted.ball:
        filters.append(Case.ball == wanted.ball)
    if wanted.assignee:
        filters.append(_assigned(work.actor.user_id, wanted.assignee))
    if wanted.due:
        filters.append(Case.due_order < due_before(wanted.due, work.now))
    return filters


def due_before(due: str, now: datetime) -> datetime:
    """The instant that bounds it: now, some days ahead, or the end of a day in Oslo."""
    if due == "overdue":
        return now
    if due in DAYS:
        return end_of_day(local_day(now) + timedelta(days=DAYS[due]))
    try:
        return end_of_day(date.fromisoformat(due))
    except ValueError:
        raise InvalidRequest(errors=[FieldError(field="due", code="date_invalid")]) from None


def _assigned(user_id: str, assignee: str) -> ColumnElement[bool]:
    if assignee == "none":
        return Case.caseworker_id.is_(None)
    return Case.caseworker_id == (user_id if assignee == "me" else assignee)
