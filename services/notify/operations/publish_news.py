"""An editor makes a post public."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.errors import NewsNotFound
from services.notify.contract.events import NewsPublished
from services.notify.contract.operations import PublishNews
from services.notify.contract.types import NewsView
from services.notify.store import news
from services.notify.store.access import ensure_role
from services.notify.views import news_view


def publish_news(request: PublishNews, work: Work) -> NewsView:
    """Dated now or as given; a later date is public from then on.

    Refuses NotYourTask and NewsNotFound.
    """
    ensure_role(work.actor, "editor")
    post = news.post(work.session, work.actor.utility, request.slug, hold=True)
    if post is None:
        raise NewsNotFound
    post.published_at = request.published_at or work.now
    post.updated_at = work.now
    work.emit(NewsPublished(slug=post.slug, published_at=post.published_at))
    return news_view(post)
