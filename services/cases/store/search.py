"""Lists of cases: filters, full-text search and keyset pages in one statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session, load_only

from services.cases.contract.operations.reading import ListCases
from services.cases.domain import lifecycle
from services.cases.model import Case
from services.cases.store import cursors
from services.cases.store.access import visible
from services.chassis.messages import Actor

SORTS: dict[str, tuple[InstrumentedAttribute[Any], bool]] = {
    "-updated": (Case.updated_at, True),
    "updated": (Case.updated_at, False),
    "due": (Case.due_order, False),
    "-submitted": (Case.sent_order, True),
}
SHOWN = (
    Case.id,
    Case.number,
    Case.type,
    Case.type_title,
    Case.title,
    Case.status,
    Case.lifecycle,
    Case.firm_id,
    Case.firm_name,
    Case.firm_orgnr,
    Case.place,
    Case.zone,
    Case.caseworker_id,
    Case.caseworker_name,
    Case.submitted_at,
    Case.expected_by,
    Case.due_at,
    Case.updated_at,
    Case.version,
    Case.due_order,
    Case.sent_order,
)
SHORTEST_PART = 3
"""Letters a trigram needs."""


def page(session: Session, actor: Actor, wanted: ListCases) -> tuple[list[Case], str | None]:
    """The rows and the cursor of the next page, None at the end."""
    column, descending = SORTS[wanted.sort]
    conditions = [visible(actor), *_filters(actor, wanted)]
    if wanted.cursor:
        conditions.append(_after(wanted, column, descending))
    order = (column.desc(), Case.id.desc()) if descending else (column, Case.id)
    rows = list(
        session.scalars(
            select(Case)
            .where(*conditions)
            .options(load_only(*SHOWN, raiseload=True))
            .order_by(*order)
            .limit(wanted.limit + 1)
        )
    )
    if len(rows) <= wanted.limit:
        return rows, None
    last = rows[wanted.limit - 1]
    following = cursors.write(wanted.sort, getattr(last, column.key), last.id)
    return rows[: wanted.limit], following


def _after(
    wanted: ListCases, column: InstrumentedAttribute[Any], descending: bool
) -> ColumnElement[bool]:
    place = tuple_(*cursors.read(wanted.sort, wanted.cursor))
    here = tuple_(column, Case.id)
    return here < place if descending else here > place


def _filters(actor: Actor, wanted: ListCases) -> list[ColumnElement[bool]]:
    exact = {Case.type: wanted.type, Case.zone: wanted.zone}
    filters: list[ColumnElement[bool]] = [c == v for c, v in exact.items() if v]
    if wanted.status:
        filters.append(Case.status.in_(wanted.status))
    if wanted.ball:
        filters.append(Case.status.in_(lifecycle.with_ball(wanted.ball)))
    if wanted.assignee:
        filters.append(_assigned(actor, wanted.assignee))
    if wanted.q:
        filters.append(_matches(wanted.q))
    return filters


def _assigned(actor: Actor, assignee: str) -> ColumnElement[bool]:
    if assignee == "none":
        return Case.caseworker_id.is_(None)
    return Case.caseworker_id == (actor.user_id if assignee == "me" else assignee)


def _matches(q: str) -> ColumnElement[bool]:
    """Whole words anywhere in Norwegian forms, or a part of number, place, property or title."""
    words = Case.search.op("@@")(func.websearch_to_tsquery("norwegian", q))
    if len(q) < SHORTEST_PART:
        return words
    escaped = q.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return or_(words, Case.search_text.like(f"%{escaped}%"))
