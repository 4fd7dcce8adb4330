"""Sporing: who did what in the whole portal, for auditors and administrators."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field

from gateway.api.staff.trail import whole_trail
from gateway.api.trails import WholeTrail
from gateway.portals.shared.forms import FAILURES, built, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.trail_words import choices, did
from gateway.session import Caller, operator
from services.chassis.norway import start_of_day
from services.identity.contract.operations.staff import ListStaff
from services.identity.contract.operations.trail import ListTrail
from services.identity.contract.operations.users import ListUsers

router = operator_pages()
Reader = Annotated[Caller, operator("administrator", "auditor")]
_ID = re.compile(r"[0-9a-f]{32}")
NOTHING = WholeTrail(items=[], chains=[], missing=[], next=None)
MOST_MEANT = 10


class Typed(BaseModel):
    """What the reader typed; every field narrows."""

    person: str = Field(default="", max_length=100)
    what: str = Field(default="", max_length=100)
    service: str = Field(default="", max_length=10)
    chain: str = Field(default="", max_length=200)
    stream: str = Field(default="", max_length=10)
    since: str = Field(default="", max_length=10)
    until: str = Field(default="", max_length=10)
    cursor: str = Field(default="", max_length=100)


@router.get("/sporing")
async def show_trail(
    request: Request, caller: Reader, typed: Annotated[Typed, Query()]
) -> Response:
    """Newest first; looking is written down. A name is answered with whom it may mean."""
    problem, found = None, NOTHING
    meant = await _meant(caller, typed.person.strip())
    try:
        if meant is None:
            found = await whole_trail(caller, built(ListTrail, _wanted(typed)))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
    kept = {name: value for name, value in typed.model_dump(exclude={"cursor"}).items() if value}
    return await page(
        request,
        caller,
        "operator/trail.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed.model_dump(exclude={"cursor"}),
        found=found,
        meant=meant,
        chains={(chain.service, chain.chain): chain for chain in found.chains},
        did=did,
        choices=choices(caller.language),
        chosen=_name_of(typed.person, found) if _ID.fullmatch(typed.person) else "",
        query=urlencode(kept),
        without_person=urlencode({k: v for k, v in kept.items() if k not in ("person", "chain")}),
    )


def _wanted(typed: Typed) -> dict[str, Any]:
    return {
        "person_id": typed.person.strip(),
        "tag": typed.what,
        "service": typed.service or None,
        "chain": typed.chain,
        "stream": typed.stream or None,
        "since": _day(typed.since),
        "until": _day(typed.until, after=1),
        "cursor": typed.cursor,
    }


async def _meant(caller: Caller, words: str) -> dict[str, str] | None:
    """Id -> name of those the words may mean; None when they are an id, or nothing."""
    if not words or _ID.fullmatch(words):
        return None
    users, staff = await asyncio.gather(
        caller.call(ListUsers(q=words, limit=MOST_MEANT)),
        caller.call(ListStaff(q=words, limit=MOST_MEANT)),
    )
    named = {row.person_id: f"{row.name}, {row.firm_name}" for row in users.items}
    return named | {row.person_id: f"{row.name}, {row.email}" for row in staff.items}


def _name_of(person_id: str, found: WholeTrail) -> str:
    """As the person is called now, else as they were called when they acted; else the id's end."""
    now = {chain.chain: chain.name for chain in found.chains}.get(f"person:{person_id}", "")
    then = next((e.actor_name for e in found.items if e.actor_id == person_id), "")
    return now or then or person_id[-8:]


def _day(written: str, *, after: int = 0) -> datetime | str | None:
    """The beginning of the day, or of the one after; as written when it is no day."""
    if not written:
        return None
    try:
        day = datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return written
    return start_of_day(day + timedelta(days=after))
