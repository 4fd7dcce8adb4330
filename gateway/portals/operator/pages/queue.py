"""The queue: cases that wait for somebody, by whose they are and how long they have waited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request, Response

from gateway.portals.shared.page import fragment, page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.operations.reading import ListCases

router = operator_pages()
Staff = Annotated[Caller, operator()]


@dataclass(frozen=True)
class View:
    """A tab of the queue."""

    slug: str
    asked: dict[str, object]


VIEWS = (
    View("aktive", {"ball": "utility", "sort": "due"}),
    View("mine", {"assignee": "me", "sort": "due"}),
    View("ufordelte", {"assignee": "none", "ball": "utility", "sort": "due"}),
    View("godkjenning", {"status": ["awaiting_approval"], "sort": "due"}),
    View("hos-foretak", {"ball": "firm", "sort": "due"}),
    View("alle", {"sort": "-updated"}),
)


@router.get("/")
async def show_queue(
    request: Request,
    caller: Staff,
    vis: Annotated[str, Query(max_length=20)] = "aktive",
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """One tab, perhaps narrowed by a search."""
    view = next((view for view in VIEWS if view.slug == vis), VIEWS[0])
    found = await caller.call(
        ListCases.model_validate({**view.asked, "q": q, "cursor": cursor, "limit": 50})
    )
    values: dict[str, Any] = {
        "rows": found.items,
        "next": found.next,
        "views": VIEWS,
        "view": view,
        "q": q,
        "query": urlencode({"vis": view.slug, "q": q}),
    }
    if request.headers.get("hx-request"):
        return fragment(request, caller, "operator/parts/queue_list.html", **values)
    return await page(request, caller, "operator/queue.html", **values)
