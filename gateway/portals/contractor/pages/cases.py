"""The firm's overview: what waits, every case, whose turn it is, and by when."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, get_args

from fastapi import Query, Request, Response

from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.listing import EVERY, Listing, ListingQuery, View, around
from gateway.portals.shared.page import fragment, page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Contractor
from services.cases.contract.operations.overview import GetOverview
from services.cases.contract.types.words import Status

router = contractor_pages()
ENDED: list[Status] = ["closed", "closed_unanswered", "withdrawn", "lapsed", "dismissed", "refused"]
DECIDED: list[Status] = ["approved", "approved_with_conditions", "statement_given"]
PAGE = 25

VIEWS = (
    View(EVERY, {}),
    View("hos-dere", {"ball": "firm", "sort": "due"}),
    View("hos-oss", {"ball": "utility"}),
    View("medvirker", {"shared": True}),
    View("kladder", {"status": ["draft"]}),
    View("avgjort", {"status": DECIDED}),
    View("avsluttet", {"status": ENDED}),
)


@router.get("/saker")
async def show_cases(
    request: Request, caller: Contractor, query: Annotated[ListingQuery, Query()]
) -> Response:
    """One tab, perhaps narrowed; the first page also says what waits."""
    listing = Listing.of(query, VIEWS)
    if request.headers.get("hx-request"):
        found = await caller.call(listing.request(PAGE))
        return fragment(
            request,
            caller,
            "contractor/parts/case_list.html",
            rows=found.items,
            next=found.next,
            query=listing.query.address,
            view=listing.view,
            q=query.q,
        )
    at_first = listing.view.slug == EVERY and not query.chosen and not query.cursor
    found, context, overview = await asyncio.gather(
        caller.call(listing.request(PAGE)),
        around(caller, listing),
        hoped(caller.call(GetOverview())) if at_first else _nothing(),
    )
    values = {"rows": found.items, "next": found.next, "overview": overview, **context}
    return await page(request, caller, "contractor/cases.html", statuses=get_args(Status), **values)


async def _nothing() -> Any:
    return None
