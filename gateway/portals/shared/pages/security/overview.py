"""The first page of Sikkerhet, the sessions, and the account's own trail."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY
from gateway.session import SignedIn, cookies
from gateway.state import gateway_of
from services.identity.contract.operations.factors import GetFactors
from services.identity.contract.operations.sessions import (
    EndEverySession,
    EndSession,
    ListSecurityEvents,
    ListSessions,
)

router = shared_pages()
DONE = (
    "app",
    "app_fjernet",
    "passnokkel",
    "passnokkel_fjernet",
    "mobil",
    "passord",
    "okt",
)
"""What was just done, as the address says it; anything else is passed over."""
NEWEST = 5


@router.get(SECURITY)
async def show_security(
    request: Request, caller: SignedIn, gjort: Annotated[str, Query(max_length=40)] = ""
) -> Response:
    """Ways in, sessions, the newest events."""
    factors, sessions, events = await asyncio.gather(
        caller.call(GetFactors()),
        caller.call(ListSessions()),
        caller.call(ListSecurityEvents(limit=NEWEST)),
    )
    return await page(
        request,
        caller,
        "shared/security/overview.html",
        factors=factors,
        sessions=sessions.items,
        events=events.items,
        done=gjort if gjort in DONE else "",
    )


@router.get(f"{SECURITY}/hendelser")
async def show_events(
    request: Request, caller: SignedIn, cursor: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """Everything, page by page."""
    events = await caller.call(ListSecurityEvents(cursor=cursor))
    return await page(request, caller, "shared/security/events.html", events=events)


@router.post("/min-side/okter/{session_id}/avslutt")
async def end_one(request: Request, caller: SignedIn, session_id: str) -> Response:
    """A session on another device ends within seconds."""
    await keyed(caller, await posted(request)).call(EndSession(session_id=session_id))
    return go(f"{SECURITY}?gjort=okt#okter")


@router.post(f"{SECURITY}/logg-ut-overalt")
async def end_every(request: Request, caller: SignedIn) -> Response:
    """This session too."""
    await keyed(caller, await posted(request)).call(EndEverySession())
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    response = go("/logg-inn?utlogget=1")
    cookies.end_session(response)
    return response
