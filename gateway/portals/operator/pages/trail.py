"""Sporingslogg: who did what with people and access, for auditors and administrators."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field

from gateway.portals.shared.forms import FAILURES, built, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.chassis.norway import start_of_day
from services.identity.contract.operations.trail import ListTrail
from services.identity.contract.types.trail import TrailPage

router = operator_pages()
Reader = Annotated[Caller, operator("administrator", "auditor")]


class Typed(BaseModel):
    """What the reader typed; every field narrows."""

    person: str = Field(default="", max_length=100)
    tag: str = Field(default="", max_length=100)
    stream: str = Field(default="", max_length=10)
    since: str = Field(default="", max_length=10)
    until: str = Field(default="", max_length=10)
    cursor: str = Field(default="", max_length=300)


@router.get("/sporing")
async def show_trail(
    request: Request, caller: Reader, typed: Annotated[Typed, Query()]
) -> Response:
    """Newest first; looking is written down."""
    problem, found = None, TrailPage(items=[], next=None)
    values = {
        "person_id": typed.person,
        "tag": typed.tag,
        "stream": typed.stream or None,
        "since": _day(typed.since),
        "until": _day(typed.until, after=1),
        "cursor": typed.cursor,
    }
    try:
        found = await caller.call(built(ListTrail, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
    kept = typed.model_dump(exclude={"cursor"})
    return await page(
        request,
        caller,
        "operator/trail.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=kept,
        found=found,
        query=urlencode({name: value for name, value in kept.items() if value}),
    )


def _day(written: str, *, after: int = 0) -> datetime | str | None:
    """The beginning of the day, or of the one after; as written when it is no day."""
    if not written:
        return None
    try:
        day = datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return written
    return start_of_day(day + timedelta(days=after))
