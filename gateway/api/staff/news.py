"""The editor's desk."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.notify.contract.operations import GetNews, ListNews, PublishNews, WriteNews
from services.notify.contract.types import NewsList, NewsView

router = resource("operator: news", *WRITES)
Editor = Annotated[Caller, operator("editor")]


@router.get("/operator/news", summary="Posts, drafts included")
async def list_all_news(
    caller: Editor,
    cursor: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> NewsList:
    return await caller.call(
        ListNews(utility=caller.utility, drafts=True, cursor=cursor, limit=limit)
    )


@router.get("/operator/news/{slug}", summary="One post, as a draft too")
async def get_any_news(caller: Editor, slug: PathId) -> NewsView:
    return await caller.call(GetNews(utility=caller.utility, slug=slug))


@router.post("/operator/news", status_code=201, summary="Write a post")
async def write_news(
    caller: Editor,
    request: Annotated[WriteNews, from_body(WriteNews, fill={"new": lambda _: True})],
) -> NewsView:
    return await caller.call(request)


@router.put("/operator/news/{slug}", summary="Change a post")
async def rewrite_news(
    caller: Editor,
    request: Annotated[WriteNews, from_body(WriteNews, "slug", fill={"new": lambda _: False})],
) -> NewsView:
    return await caller.call(request)


@router.post("/operator/news/{slug}/publish", summary="Make it public")
async def publish_news(
    caller: Editor, request: Annotated[PublishNews, from_body(PublishNews, "slug")]
) -> NewsView:
    return await caller.call(request)
