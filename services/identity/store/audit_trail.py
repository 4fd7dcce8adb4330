"""The audit trail, read by those who may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, collate, or_, select, tuple_
from sqlalchemy.orm import Session

from services.chassis.db.tables import Audit
from services.identity.contract.types.trail import TrailStream

TRIES = ("login_refused", "trail_read", "data_exported")
"""How the tags of the second stream begin: what was tried in vain, read, or taken out."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for."""

    person_id: str = ""
    tag: str = ""
    stream: TrailStream | None = None
    since: datetime | None = None
    until: datetime | None = None


def page(
    session: Session,
    utility: str,
    wanted: Wanted,
    *,
    before: tuple[datetime, str] | None,
    limit: int,
) -> Sequence[Audit]:
    """The utility's, newest first; `before` is the key of the last one seen."""
    by_age = collate(Audit.id, "C")
    query = select(Audit).where(Audit.utility == utility, *_conditions(wanted))
    if before:
        query = query.where(tuple_(Audit.at, by_age) < tuple_(*before))
    return session.scalars(query.order_by(Audit.at.desc(), by_age.desc()).limit(limit)).all()


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.person_id:
        about = Audit.chain == f"person:{wanted.person_id}"
        found.append(or_(about, Audit.actor["user_id"].astext == wanted.person_id))
    if wanted.tag:
        found.append(Audit.tag.startswith(wanted.tag, autoescape=True))
    if wanted.stream:
        tried = or_(*(Audit.tag.startswith(beginning) for beginning in TRIES))
        found.append(tried if wanted.stream == "tries" else ~tried)
    if wanted.since:
        found.append(Audit.at >= wanted.since)
    if wanted.until:
        found.append(Audit.at < wanted.until)
    return found
