"""A person's own audit trail."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.chassis.db.tables import Audit


def of_person(
    session: Session, person_id: str, tags: Collection[str], *, before: int | None, limit: int
) -> Sequence[Audit]:
    """Entries under these tags, newest first, from before a position."""
    entries = select(Audit).where(Audit.chain == f"person:{person_id}", Audit.tag.in_(tags))
    if before is not None:
        entries = entries.where(Audit.position < before)
    return session.scalars(entries.order_by(Audit.position.desc()).limit(limit)).all()
