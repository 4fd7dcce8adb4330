"""What the chains of notify's trail are about, as people call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from services.chassis.db.trail import ids_of


def names(session: Session, utility: str, chains: Sequence[str]) -> Mapping[str, str]:
    """An incident by its reference, a news post by its address: both are what people say."""
    del session, utility
    return ids_of(chains, "incident", "news")
