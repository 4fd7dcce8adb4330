"""Limits on messages: counted per number, per network address and per day, under a lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import TooManySends
from services.identity.model import Send

KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most so many within a time."""

    most: int
    within: timedelta


def subject(kind: str, value: str) -> str:
    """What is counted against; numbers and addresses are not kept readable."""
    return f"{kind}:{keyed_hash(f'send:{kind}', value)[:32]}"


def claim(session: Session, counted: str, limits: list[Limit], at: datetime) -> None:
    """Count a send. Raises TooManySends with when to come back; then nothing was counted."""
    session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 0))"), {"subject": counted}
    )
    for limit in limits:
        since = at - limit.within
        recent = select(Send.at).where(Send.subject == counted, Send.at > since)
        number = session.scalar(select(func.count()).select_from(recent.subquery())) or 0
        if number >= limit.most:
            freeing = session.scalars(
                recent.order_by(Send.at.desc()).offset(limit.most - 1).limit(1)
            ).one()
            wait = freeing + limit.within - at
            raise TooManySends(retry_after=max(1, int(wait.total_seconds()) + 1))
    session.add(Send(send_id=new_id(), subject=counted, at=at))
    session.flush()


def forget_old(session: Session, at: datetime) -> int:
    """Erase what no limit looks at any more."""
    gone = delete(Send).where(Send.at < at - KEPT).returning(Send.send_id)
    return len(session.execute(gone).all())
