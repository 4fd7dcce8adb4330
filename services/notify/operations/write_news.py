"""An editor writes or changes a post."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.errors import NewsNotFound, SlugTaken, TextMissing
from services.notify.contract.operations import WriteNews
from services.notify.contract.types import NewsView
from services.notify.model import News
from services.notify.store import news
from services.notify.store.access import ensure_role
from services.notify.views import news_view


def write_news(request: WriteNews, work: Work) -> NewsView:
    """Bokmål is always written; a changed post stays as public as it was.

    Refuses NotYourTask, TextMissing, SlugTaken for a new post, NewsNotFound for a change.
    """
    ensure_role(work.actor, "editor")
    _ensure_bokmal(request)
    post = news.post(work.session, work.actor.utility, request.slug, hold=True)
    if post is None:
        post = _new_post(request, work)
    elif request.new:
        raise SlugTaken
    texts = request.model_dump()
    post.title, post.lead, post.body = texts["title"], texts["lead"], texts["body"]
    post.updated_at = work.now
    work.record("news_written", chain=f"news:{request.slug}", facts={"slug": request.slug})
    work.session.flush()
    return news_view(post)


def _ensure_bokmal(request: WriteNews) -> None:
    for field in ("title", "lead", "body"):
        if not getattr(request, field).get("nb", "").strip():
            raise TextMissing(field=field)


def _new_post(request: WriteNews, work: Work) -> News:
    if not request.new:
        raise NewsNotFound
    post = News(
        utility=work.actor.utility,
        slug=request.slug,
        title={},
        lead={},
        body={},
        author=work.actor.name,
        published_at=None,
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(post)
    return post
