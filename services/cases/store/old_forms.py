"""The forms a utility had before, and the types that took their place."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.types.catalogue import OldForm
from services.cases.model import CatalogueSetting


def of(session: Session, utility: str) -> list[OldForm]:
    """Those the utility has named."""
    row = session.get(CatalogueSetting, utility)
    return [OldForm.model_validate(form) for form in row.old_forms] if row else []


def by_type(forms: list[OldForm]) -> dict[str, list[str]]:
    """Their addresses by the type they lead to, for search."""
    names: dict[str, list[str]] = {}
    for form in forms:
        names.setdefault(form.code, []).append(form.address)
    return names


def configure(session: Session, utility: str, forms: list[OldForm]) -> None:
    """Keep these instead of those said before."""
    said = {"old_forms": [form.model_dump() for form in forms]}
    session.execute(
        insert(CatalogueSetting)
        .values(utility=utility, **said)
        .on_conflict_do_update(index_elements=["utility"], set_=said)
    )
    session.expire_all()
