"""The utility's queue: what waits for it, soonest first."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, get_args

from fastapi import Query, Request, Response

from gateway.api.case_file import FALLBACK
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.listing import EVERY, Listing, ListingQuery, View, around
from gateway.portals.shared.page import fragment, page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from gateway.texts import texts
from services.cases.contract.operations.zones import ListZones
from services.cases.contract.types.words import Status
from services.cases.contract.types.zones import Zones

router = operator_pages()
Staff = Annotated[Caller, operator()]
PAGE = 50

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
    found, context, zones = await asyncio.gather(
        caller.call(listing.request(PAGE)),
        around(caller, listing),
        hoped(caller.call(ListZones(outlines=False))),
    )
    return await page(
        request,
        caller,
        "operator/queue.html",
        rows=found.items,
        next=found.next,
        statuses=[status for status in get_args(Status) if status != "draft"],
        zones=_choices(caller, zones),
        **context,
    )


def _choices(caller: Caller, zones: Zones | None) -> list[tuple[str, str]]:
    """Zones by name, and the one that distributes by hand, which has none of its own."""
    named = [(zone.code, zone.name) for zone in zones.items] if zones else []
    by_hand = texts().text("zones.by_hand", caller.language)
    return [*sorted(named, key=lambda zone: zone[1]), (FALLBACK, by_hand)]
