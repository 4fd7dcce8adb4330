"""The public contact points of a utility."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.notify.model import PublicContact, Utility

SAID = ("name", "phone", "email", "hours", "changed_at", "removed")


def every(session: Session, utility: str) -> Sequence[PublicContact]:
    """Those that are shown."""
    return session.scalars(
        select(PublicContact).where(
            PublicContact.utility == utility, PublicContact.removed.is_(False)
        )
    ).all()


def find(session: Session, utility: str, purpose: str) -> PublicContact | None:
    """The one for a purpose, held to be changed; None when there is none, or no longer."""
    return session.scalars(
        select(PublicContact)
        .where(
            PublicContact.utility == utility,
            PublicContact.purpose == purpose,
            PublicContact.removed.is_(False),
        )
        .with_for_update()
    ).one_or_none()


def put(session: Session, **point: Any) -> None:
    """Set it, whether or not it was set before."""
    fresh = insert(PublicContact).values(point)
    session.execute(
        fresh.on_conflict_do_update(
            index_elements=["utility", "purpose"],
            set_={name: fresh.excluded[name] for name in SAID},
        )
    )


def configure(session: Session, **point: Any) -> bool:
    """As a file says, unless somebody has set it in the portal; True when it counts."""
    fresh = insert(PublicContact).values({**point, "changed_at": None, "removed": False})
    kept = session.execute(
        fresh.on_conflict_do_update(
            index_elements=["utility", "purpose"],
            set_={name: fresh.excluded[name] for name in SAID},
            where=PublicContact.changed_at.is_(None),
        ).returning(PublicContact.purpose)
    ).one_or_none()
    return kept is not None


def utility_of(session: Session, utility: str) -> Utility | None:
    """The utility with the duty centre's number, as heard from identity."""
    return session.get(Utility, utility)
