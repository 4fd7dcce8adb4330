"""What a utility has chosen, with the defaults of one that has chosen nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.types.rules import RulesView
from services.cases.model import UtilityRules


def of(session: Session, utility: str) -> RulesView:
    """Open, and transfers confirmed by both firms, unless it has said otherwise."""
    kept = session.get(UtilityRules, utility)
    if kept is None:
        return RulesView(utility=utility)
    return RulesView(utility=utility, opens_at=kept.opens_at, transfer=kept.transfer)


def begin(session: Session, utility: str, chosen: dict[str, Any]) -> None:
    """What a utility starts with; nothing when it has chosen before."""
    defaults = RulesView(utility=utility).model_dump()
    session.execute(
        insert(UtilityRules)
        .values(**{**defaults, **chosen})
        .on_conflict_do_nothing(index_elements=["utility"])
    )
    session.expire_all()


def choose(session: Session, utility: str, chosen: dict[str, Any]) -> None:
    """Set what is named, leave the rest."""
    defaults = RulesView(utility=utility).model_dump()
    session.execute(
        insert(UtilityRules)
        .values(**{**defaults, **chosen})
        .on_conflict_do_update(index_elements=["utility"], set_=chosen)
    )
    session.expire_all()
