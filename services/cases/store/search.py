"""Lists of cases: filters, keyset pages in one statement, full-text search in two at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, load_only

from services.cases.contract.operations.reading import ListCases
from services.cases.model import Case, CaseSeen, Zone
from services.cases.store import cursors
from services.cases.store.access import listed
from services.cases.store.estimates import rows_expected
from services.cases.store.filters import narrowed
from services.cases.store.words import has_long_number, has_number, matching
from services.chassis.db.work import Work

Column = InstrumentedAttribute[Any]
SORTS: dict[str, tuple[Column, bool]] = {
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
    Case.edited_by_id,
    Case.edited_by_name,
    Case.edited_at,
    Case.firm_news_at,
    Case.utility_news_at,
    Case.due_order,
    Case.sent_order,
)
SEARCHED = (Case.search, Case.pieces, Case.search_text)
WINDOW = 4000
"""Rows searched in the list's own order, until the page is full, before all hits are gathered and
sorted: what is common is found here, so that what is gathered is rare. See decision 22."""
FEW = 1000
"""Hits that are sooner looked up than found by walking the list."""


@dataclass(frozen=True)
class Found:
    """A case of a list, and when the reader last looked at it."""

    case: Case
    seen_at: datetime | None
    zone_name: str | None


def page(work: Work, wanted: ListCases) -> tuple[list[Found], str | None]:
    """The rows and the cursor of the next page, None at the end."""
    find = _searched if wanted.q.strip() else _listed
    rows = find(work, wanted)
    if len(rows) <= wanted.limit:
        return rows, None
    last = rows[wanted.limit - 1].case
    column = SORTS[wanted.sort][0]
    following = cursors.write(wanted.sort, getattr(last, column.key), last.id)
    return rows[: wanted.limit], following


def _listed(work: Work, wanted: ListCases) -> list[Found]:
    return _rows(work, wanted, select(Case).where(*_conditions(work, wanted)))


def _searched(work: Work, wanted: ListCases) -> list[Found]:
    """A page full of hits among the first of the list, else the first of all hits."""
    at = SORTS[wanted.sort][0]
    conditions = _conditions(work, wanted)
    if _names_few(work, wanted.q):
        return _rare(work, wanted, conditions)
    every = select(Case.id, at.label("at")).where(*conditions, matching(wanted.q, *SEARCHED))
    first = (
        select(Case.id, at.label("at"), *SEARCHED)
        .where(*conditions)
        .order_by(*_order(wanted, at, Case.id))
        .limit(WINDOW)
        .subquery()
    )
    among = (
        select(first.c.id)
        .where(matching(wanted.q, first.c.search, first.c.pieces, first.c.search_text))
        .order_by(*_order(wanted, first.c.at, first.c.id))
        .limit(wanted.limit + 1)
        .subquery()
    )
    rows = _rows(work, wanted, select(Case).join(among, among.c.id == Case.id))
    return rows if len(rows) > wanted.limit else _first_of(work, wanted, every)


def _names_few(work: Work, q: str) -> bool:
    """Whether all that is found may be gathered first; of short numbers the planner knows."""
    if not has_number(q):
        return False
    return has_long_number(q) or rows_expected(work.session, _hits(work, q)) <= FEW


def _hits(work: Work, q: str) -> Select[str]:
    """All of the utility's; it stands here too, since a case number is found by it."""
    return select(Case.id).where(Case.utility == work.actor.utility, matching(q, *SEARCHED))


def _rare(work: Work, wanted: ListCases, conditions: list[ColumnElement[bool]]) -> list[Found]:
    """The few hits of all first, then those within the border: reading a large firm's whole index
    to intersect it with a handful costs more than looking the handful up."""
    hits = _hits(work, wanted.q).cte("hits").prefix_with("MATERIALIZED")
    return _rows(work, wanted, select(Case).join(hits, hits.c.id == Case.id).where(*conditions))


def _first_of(work: Work, wanted: ListCases, found: Select[str, Any]) -> list[Found]:
    """Hits are gathered before they are sorted: the search decides how, not the list's order."""
    hits = found.cte("hits").prefix_with("MATERIALIZED")
    top = (
        select(hits.c.id)
        .order_by(*_order(wanted, hits.c.at, hits.c.id))
        .limit(wanted.limit + 1)
        .subquery()
    )
    return _rows(work, wanted, select(Case).join(top, top.c.id == Case.id))


def _rows(work: Work, wanted: ListCases, query: Select[Case]) -> list[Found]:
    mine = and_(CaseSeen.case_id == Case.id, CaseSeen.person_id == work.actor.user_id)
    its_zone = and_(Zone.utility == Case.utility, Zone.code == Case.zone)
    rows = work.session.execute(
        query.add_columns(CaseSeen.at, Zone.name)
        .outerjoin(CaseSeen, mine)
        .outerjoin(Zone, its_zone)
        .options(load_only(*SHOWN, raiseload=True))
        .order_by(*_order(wanted, SORTS[wanted.sort][0], Case.id))
        .limit(wanted.limit + 1)
    )
    return [Found(case, seen_at, zone_name) for case, seen_at, zone_name in rows]


def _conditions(work: Work, wanted: ListCases) -> list[ColumnElement[bool]]:
    conditions = [listed(work.actor, shared=wanted.shared), *narrowed(work, wanted)]
    if wanted.cursor:
        column, descending = SORTS[wanted.sort]
        here, place = tuple_(column, Case.id), tuple_(*cursors.read(wanted.sort, wanted.cursor))
        conditions.append(here < place if descending else here > place)
    return conditions


def _order(wanted: ListCases, at: Any, case_id: Any) -> tuple[ColumnElement[Any], ...]:
    descending = SORTS[wanted.sort][1]
    return (at.desc(), case_id.desc()) if descending else (at.asc(), case_id.asc())
