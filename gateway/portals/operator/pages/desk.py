"""The editor's desk: news posts in three languages."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.notify.contract.operations import GetNews, ListNews, PublishNews, WriteNews
from services.notify.contract.types import NewsView

router = operator_pages()
Staff = Annotated[Caller, operator()]
Editor = Annotated[Caller, operator("editor")]
LANGUAGES = ("nb", "nn", "en")


@router.get("/nyheter")
async def show_desk(request: Request, caller: Staff) -> Response:
    """All posts; drafts too for an editor."""
    editor = caller.actor.has("editor")
    found = await caller.call(ListNews(utility=caller.utility, drafts=editor, limit=100))
    return await page(request, caller, "operator/desk.html", posts=found.items, editor=editor)


@router.get("/nyheter/ny")
async def show_new(request: Request, caller: Editor) -> Response:
    """An empty post."""
    return await _form(request, caller, None)


@router.get("/nyheter/{slug}")
async def show_post(request: Request, caller: Editor, slug: str) -> Response:
    """A post to change or publish."""
    post = await caller.call(GetNews(utility=caller.utility, slug=slug))
    return await _form(request, caller, post)


@router.post("/nyheter/ny")
async def write(request: Request, caller: Editor) -> Response:
    """A new draft."""
    form = await posted(request)
    return await _written(request, caller, form, None)


@router.post("/nyheter/{slug}")
async def rewrite(request: Request, caller: Editor, slug: str) -> Response:
    """Change a post, or publish it."""
    form = await posted(request)
    post = await caller.call(GetNews(utility=caller.utility, slug=slug))
    if form.text("go") == "publish":
        await keyed(caller, form).call(PublishNews(slug=slug))
        return go("/nyheter")
    return await _written(request, caller, form, post)


async def _written(
    request: Request, caller: Caller, form: Posted, post: NewsView | None
) -> Response:
    slug = post.slug if post else form.text("slug")
    values: dict[str, Any] = {"slug": slug, "new": post is None}
    for part in ("title", "lead", "body"):
        values[part] = {code: words for code in LANGUAGES if (words := form.text(f"{part}.{code}"))}
    try:
        await keyed(caller, form).call(built(WriteNews, values))
    except FAILURES as failure:
        return await _form(request, caller, post, problem_for(caller, failure), form.typed())
    return go(f"/nyheter/{slug}")


async def _form(
    request: Request,
    caller: Caller,
    post: NewsView | None,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    return await page(
        request,
        caller,
        "operator/desk_post.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        post=post,
        languages=LANGUAGES,
    )
