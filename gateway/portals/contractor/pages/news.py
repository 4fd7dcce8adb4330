"""News posts (løypemeldinger); a post may embed the live freeze windows."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.shared.page import page
from gateway.portals.shared.prose import around_freezes
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Public
from services.notify.contract.operations import GetNews, ListNews

router = contractor_pages()


@router.get("/nyheter")
async def show_news(
    request: Request, caller: Public, cursor: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """All posts, newest first."""
    news = await caller.call(ListNews(utility=caller.utility, cursor=cursor))
    return await page(request, caller, "contractor/news.html", posts=news.items, next=news.next)


@router.get("/nyheter/{slug}")
async def show_post(request: Request, caller: Public, slug: str) -> Response:
    """One post at its lasting address."""
    post = await caller.call(GetNews(utility=caller.utility, slug=slug))
    words = post.body.get(caller.language) or post.body.get("nb", "")
    return await page(
        request, caller, "contractor/post.html", post=post, pieces=around_freezes(words)
    )
