"""The utility's queue: what waits for it, soonest first."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, get_args

from fastapi import Query, Request, Response

from gateway.portals.shared.listing import EVERY, Listing, ListingQuery, View, around
from gateway.portals.shared.page import fragment, page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.types.words import Status

router = operator_pages()
Staff = Annotated[Caller, operator()]
PAGE = 50

FALLBACK = "fordeling"
"""The zone of what no zone has."""
VIEWS = (
    View("aktive", {"ball": "utility", "sort": "due"}),
    View("mine", {"assignee": "me", "sort": "due"}),
    View("ufordelte", {"assignee": "none", "ball": "utility", "sort": "due"}),
    View("fordeling", {"zone": FALLBACK, "ball": "utility", "sort": "due"}),
    View("godkjenning", {"status": ["awaiting_approval"], "sort": "due"}),
    View("hos-foretak", {"ball": "firm", "sort": "due"}),
    View(EVERY, {"sort": "-updated"}),
)


@router.get("/")
async def show_queue(
    request: Request, caller: Staff, query: Annotated[ListingQuery, Query()]
) -> Response:
    """One tab, perhaps narrowed."""
    listing = Listing.of(query, VIEWS)
    if request.headers.get("hx-request"):
        found = await caller.call(listing.request(PAGE))
        rows: dict[str, Any] = {"rows": found.items, "next": found.next}
        part = "operator/parts/queue_list.html"
        return fragment(request, caller, part, query=listing.query.address, **rows)
    found, context = await asyncio.gather(
        caller.call(listing.request(PAGE)), around(caller, listing)
    )
    return await page(
        request,
        caller,
        "operator/queue.html",
        rows=found.items,
        next=found.next,
        statuses=[status for status in get_args(Status) if status != "draft"],
        **context,
    )
