"""What waits for a firm, counted without ever counting far, and what somebody has looked at."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select
from sqlalchemy.dialects.postgresql import insert

from services.cases.contract.operations.reading import ListCases
from services.cases.domain import lifecycle
from services.cases.model import Case, CaseSeen
from services.cases.store import search
from services.cases.store.access import listed
from services.chassis.db.work import Work

MOST = 100
"""Counts stop here: a page says "100+", and costs the same for any firm."""
RECENT = timedelta(days=30)
SHOWN = 5


def counts(work: Work) -> dict[str, int]:
    """Every number of the first page in one statement."""
    firm = Case.status.in_(sorted(lifecycle.with_ball("firm") - {"draft"}))
    row = work.session.execute(
        select(
            _at_most(work, firm).label("ours"),
            _at_most(work, Case.status.in_(sorted(lifecycle.with_ball("utility")))).label("theirs"),
            _at_most(work, Case.status == "draft").label("drafts"),
            _unread(work).label("unread"),
        )
    ).one()
    return dict(row._mapping)


def waiting(work: Work) -> list[search.Found]:
    """What the firm must do something with, deadline first; a draft waits for nobody."""
    turns = sorted(lifecycle.with_ball("firm") - {"draft"})
    rows, _ = search.page(work, ListCases(status=turns, sort="due", limit=SHOWN))
    return rows


def see(work: Work, case: Case) -> None:
    """The actor has looked at the case now."""
    work.session.execute(
        insert(CaseSeen)
        .values(person_id=work.actor.user_id, case_id=case.id, at=work.now)
        .on_conflict_do_update(index_elements=["person_id", "case_id"], set_={"at": work.now})
    )


def _at_most(work: Work, condition: ColumnElement[bool]) -> ScalarSelect[int]:
    some = select(Case.id).where(listed(work.actor), condition).limit(MOST).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _unread(work: Work) -> ScalarSelect[int]:
    news = Case.firm_news_at if work.actor.audience == "contractor" else Case.utility_news_at
    mine = and_(CaseSeen.case_id == Case.id, CaseSeen.person_id == work.actor.user_id)
    some = (
        select(Case.id)
        .outerjoin(CaseSeen, mine)
        .where(
            listed(work.actor),
            Case.updated_at > work.now - RECENT,
            news > work.now - RECENT,
            or_(CaseSeen.at.is_(None), CaseSeen.at < news),
        )
        .limit(MOST)
        .subquery()
    )
    return select(func.count()).select_from(some).scalar_subquery()
