"""News posts (løypemeldinger), as JSON and as a feed."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from typing import Annotated
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import Query, Request, Response

from gateway.api.bodies import PathId
from gateway.api.catalogue import UtilityQuery
from gateway.api.router import resource
from gateway.session import Caller, Public
from gateway.state import gateway_of
from gateway.texts import texts
from services.notify.contract.operations import GetNews, ListNews
from services.notify.contract.types import NewsList, NewsRow, NewsView

router = resource("news")


@router.get("/news", summary="Published posts, newest first")
async def list_news(
    caller: Public,
    utility: UtilityQuery = None,
    cursor: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> NewsList:
    return await caller.call(
        ListNews(utility=utility or caller.utility, cursor=cursor, limit=limit)
    )


@router.get(
    "/news.rss",
    response_class=Response,
    summary="Published posts as RSS 2.0",
    responses={200: {"content": {"application/rss+xml": {}}}},
)
async def news_feed(http: Request, caller: Public, utility: UtilityQuery = None) -> Response:
    posts = await caller.call(ListNews(utility=utility or caller.utility))
    home = gateway_of(http).settings.url_of("contractor", caller.default_utility)
    return Response(feed(posts.items, home, caller), media_type="application/rss+xml")


@router.get("/news/{slug}", summary="One post")
async def get_news(caller: Public, slug: PathId, utility: UtilityQuery = None) -> NewsView:
    return await caller.call(GetNews(utility=utility or caller.utility, slug=slug))


def feed(posts: list[NewsRow], home: str, caller: Caller) -> bytes:
    """RSS 2.0 in the reader's language, bokmål where a post has no other."""
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    _add(channel, "title", texts().text("feed.title", caller.language))
    _add(channel, "link", f"{home}/nyheter")
    _add(channel, "description", texts().text("feed.description", caller.language))
    _add(channel, "language", caller.language)
    for post in posts:
        item = SubElement(channel, "item")
        link = f"{home}/nyheter/{post.slug}"
        _add(item, "title", post.title.get(caller.language) or post.title["nb"])
        _add(item, "description", post.lead.get(caller.language) or post.lead.get("nb", ""))
        _add(item, "link", link)
        _add(item, "guid", link)
        _add(item, "pubDate", _when(post.published_at))
    written: bytes = tostring(rss, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _when(instant: datetime | None) -> str:
    return format_datetime(instant) if instant else ""
