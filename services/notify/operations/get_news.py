"""One news post."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.errors import NewsNotFound
from services.notify.contract.operations import GetNews
from services.notify.contract.types import NewsView
from services.notify.store import news
from services.notify.store.access import is_editor
from services.notify.views import news_view


def get_news(request: GetNews, work: Work) -> NewsView:
    """Public when published; an editor of the utility sees drafts. Refuses NewsNotFound."""
    post = news.post(work.session, request.utility, request.slug)
    if post is None:
        raise NewsNotFound
    published = post.published_at is not None and post.published_at <= work.now
    if not published and not is_editor(work.actor, request.utility):
        raise NewsNotFound
    return news_view(post)
