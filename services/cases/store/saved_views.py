"""Saved views: a person's own filters at one utility and portal."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, select

from services.cases.contract.errors import TooManyViews, ViewNotFound
from services.cases.contract.types.overview import CaseFilters, SavedViewView
from services.cases.model import SavedView
from services.chassis.db.work import Work
from services.chassis.ids import new_id

MOST = 20


def own(work: Work) -> Sequence[SavedView]:
    """Those of the actor, oldest first."""
    return work.session.scalars(select(SavedView).where(_mine(work)).order_by(SavedView.id)).all()


def save(work: Work, name: str, filters: CaseFilters) -> SavedView:
    """Keep or replace it. Raises TooManyViews at one more than twenty."""
    kept = own(work)
    chosen = filters.model_dump(mode="json", exclude_defaults=True)
    for view in kept:
        if view.name == name:
            view.filters = chosen
            return view
    if len(kept) >= MOST:
        raise TooManyViews(most=MOST)
    view = SavedView(
        id=new_id(),
        utility=work.actor.utility,
        portal=work.actor.audience,
        person_id=work.actor.user_id,
        name=name,
        filters=chosen,
        created_at=work.now,
    )
    work.session.add(view)
    work.session.flush()
    return view


def drop(work: Work, view_id: str) -> None:
    """Remove one. Raises ViewNotFound."""
    gone = delete(SavedView).where(_mine(work), SavedView.id == view_id).returning(SavedView.id)
    if work.session.scalar(gone) is None:
        raise ViewNotFound


def view(kept: SavedView) -> SavedViewView:
    """As shown."""
    filters = CaseFilters.model_validate(kept.filters)
    return SavedViewView(view_id=kept.id, name=kept.name, filters=filters)


def _mine(work: Work) -> ColumnElement[bool]:
    return and_(
        SavedView.utility == work.actor.utility,
        SavedView.portal == work.actor.audience,
        SavedView.person_id == work.actor.user_id,
    )
