"""The public catalogue: everything one can send in, for whom, and how long it takes."""

from __future__ import annotations

from typing import Annotated, get_args
from urllib.parse import quote

from fastapi import Query, Request, Response

from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.rpc import RemoteRefusal
from gateway.session import Caller, Public
from services.cases.contract.operations.catalogue import FindOldForm, GetCaseType, ListCaseTypes
from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.contract.types.words import Texts, Topic
from services.identity.contract.operations.trades import ListTrades

router = contractor_pages()
TOPICS: tuple[Topic, ...] = get_args(Topic)
Search = Annotated[str, Query(max_length=100)]


@router.get("/katalog")
async def show_catalogue(request: Request, caller: Public, q: Search = "") -> Response:
    """All types by what one wants to do, those for one's own profession first; or a search."""
    catalogue = await caller.call(ListCaseTypes(utility=caller.utility, q=q.strip()))
    own = caller.actor.professions
    types = catalogue.items
    if not q.strip():
        types = sorted(types, key=lambda each: bool(own) and own.isdisjoint(each.professions))
    return await page(
        request,
        caller,
        "contractor/catalogue.html",
        types=types,
        topics=TOPICS,
        q=q.strip(),
        opens_at=catalogue.opens_at,
    )


@router.get("/katalog/{code}")
async def show_type(
    request: Request, caller: Public, code: str, utskrift: bool = False
) -> Response:
    """One type: what it asks for, before one begins; all of it open when it is to be printed."""
    type = await caller.call(GetCaseType(utility=caller.utility, code=code))
    needed = await _needed(caller, type) if type.qualifications else []
    return await page(
        request, caller, "contractor/type.html", type=type, printed=utskrift, needed=needed
    )


async def _needed(caller: Caller, type: CaseTypeView) -> list[list[Texts]]:
    """What the firm must have proven, by name; of an inner list one is enough."""
    trades = await hoped(caller.call(ListTrades()))
    titles = {each.code: each.title for each in trades.qualifications} if trades else {}
    return [
        [titles.get(code, {"nb": code}) for code in ([need] if isinstance(need, str) else need)]
        for need in type.qualifications
    ]


@router.get("/skjema/{old}")
async def follow_old_form(request: Request, caller: Public, old: str) -> Response:
    """The address of a form that used to be; one nobody knows becomes a search for its name."""
    del request
    try:
        form = await caller.call(FindOldForm(utility=caller.utility, address=old[:200]))
    except RemoteRefusal as refusal:
        if refusal.code != "NoSuchCaseType":
            raise
        return go(f"/katalog?q={quote(old[:100].replace('-', ' '))}")
    return go(f"/katalog/{form.code}")
