"""News posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from services.notify.model import News


def post(session: Session, utility: str, slug: str, *, hold: bool = False) -> News | None:
    """One post; held when it is to be changed."""
    query = select(News).where(News.utility == utility, News.slug == slug)
    return session.scalars(query.with_for_update() if hold else query).one_or_none()


def is_public(at: datetime) -> ColumnElement[bool]:
    """The one rule for what anybody may read."""
    return and_(News.published_at.is_not(None), News.published_at <= at)


def posts(
    session: Session, utility: str, *, public_at: datetime | None, cursor: str, limit: int
) -> Sequence[News]:
    """Newest first (drafts by when they were written); only public ones when an instant is given.

    `cursor` is the slug of the last post of the page before.
    """
    dated = func.coalesce(News.published_at, News.created_at)
    query = select(News).where(News.utility == utility)
    if public_at is not None:
        query = query.where(is_public(public_at))
    if cursor:
        last = select(dated).where(News.utility == utility, News.slug == cursor).scalar_subquery()
        query = query.where(or_(dated < last, and_(dated == last, News.slug > cursor)))
    return session.scalars(query.order_by(dated.desc(), News.slug).limit(limit)).all()
