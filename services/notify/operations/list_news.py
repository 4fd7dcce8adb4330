"""The news posts of a utility (løypemeldinger)."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.operations import ListNews
from services.notify.contract.types import NewsList
from services.notify.store import news
from services.notify.store.access import is_editor
from services.notify.views import news_row


def list_news(request: ListNews, work: Work) -> NewsList:
    """Published ones, newest first; drafts too when an editor of the utility asks for them."""
    drafts = request.drafts and is_editor(work.actor, request.utility)
    rows = news.posts(
        work.session,
        request.utility,
        public_at=None if drafts else work.now,
        cursor=request.cursor,
        limit=request.limit + 1,
    )
    shown = rows[: request.limit]
    return NewsList(
        items=[news_row(row) for row in shown],
        next=shown[-1].slug if len(rows) > request.limit else None,
    )
