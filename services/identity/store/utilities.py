"""The utilities of the installation."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.identity.contract.errors import UnknownUtility
from services.identity.model import Utility


def every(session: Session) -> Sequence[Utility]:
    """All of them; training comes last."""
    return session.scalars(select(Utility).order_by(Utility.training, Utility.name)).all()


def find(session: Session, utility: str) -> Utility | None:
    """The utility, or None."""
    return session.get(Utility, utility)


def held(session: Session, utility: str) -> Utility | None:
    """The utility, held to be changed, or None."""
    return session.get(Utility, utility, with_for_update=True)


def known(session: Session, utility: str, *, hold: bool = False) -> Utility:
    """The utility, held when it is to be changed. Raises UnknownUtility."""
    found = held(session, utility) if hold else find(session, utility)
    if found is None:
        raise UnknownUtility
    return found
