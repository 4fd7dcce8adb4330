"""The front page: what this is, where to begin, what is new."""

from __future__ import annotations

import asyncio

from fastapi import Request, Response

from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Public
from services.cases.contract.operations.catalogue import ListCaseTypes
from services.notify.contract.operations import ListNews

router = contractor_pages()
SHOWN_NEWS = 3


@router.get("/")
async def show_front(request: Request, caller: Public) -> Response:
    """Stands although news or catalogue is away."""
    news, types = await asyncio.gather(
        hoped(caller.call(ListNews(utility=caller.utility, limit=SHOWN_NEWS))),
        hoped(caller.call(ListCaseTypes(utility=caller.utility))),
    )
    return await page(
        request,
        caller,
        "contractor/front.html",
        news=news.items if news else [],
        types=types.items if types else [],
    )
