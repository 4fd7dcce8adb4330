"""Freeze windows of a utility, and the dates that follow them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from services.cases.contract.errors import FreezeNotFound
from services.cases.contract.types.freezes import FreezeView
from services.cases.contract.types.words import Switch
from services.cases.domain import freezes
from services.cases.model import Case, FreezeExemption, FreezeWindow, Letter
from services.cases.store import exemptions


def frozen_until(
    session: Session, case: Case, firm_id: str, at: datetime
) -> dict[Switch, datetime]:
    """What is blocked for somebody of a firm on a case at the instant, and until when.

    A window that the firm or the case is exempted from does not stop them.
    """
    windows = session.scalars(select(FreezeWindow).where(*running(case.utility, at))).all()
    if not windows:
        return {}
    through = {each.freeze_id for each in exemptions.for_case(session, case, firm_id, at)}
    return freezes.frozen_until([each for each in windows if each.id not in through], at)


def running(utility: str, at: datetime) -> tuple[ColumnElement[bool], ...]:
    """Windows that are open at the instant; a cancelled one still has to be told from them."""
    return (
        FreezeWindow.utility == utility,
        FreezeWindow.ends_at > at,
        FreezeWindow.starts_at <= at,
    )


def listed(
    session: Session, utility: str, *, after: datetime | None = None
) -> Sequence[FreezeWindow]:
    """The utility's windows, soonest first; with `after`, those that have not ended by then."""
    query = select(FreezeWindow).where(FreezeWindow.utility == utility)
    if after is not None:
        query = query.where(FreezeWindow.ends_at > after, FreezeWindow.cancelled_at.is_(None))
    return session.scalars(query.order_by(FreezeWindow.starts_at, FreezeWindow.id)).all()


def locked(session: Session, utility: str, freeze_id: str) -> FreezeWindow:
    """One to change. Raises FreezeNotFound."""
    window = session.scalar(
        select(FreezeWindow)
        .where(FreezeWindow.utility == utility, FreezeWindow.id == freeze_id)
        .with_for_update()
    )
    if window is None:
        raise FreezeNotFound
    return window


def moved_due(session: Session, utility: str, due_at: datetime) -> datetime:
    """A firm's date, moved out of the freezes it falls into."""
    windows = session.scalars(
        select(FreezeWindow).where(
            FreezeWindow.utility == utility,
            FreezeWindow.ends_at >= due_at,
            FreezeWindow.cancelled_at.is_(None),
        )
    )
    return freezes.moved_due(due_at, windows)


def move_dates(session: Session, utility: str, at: datetime) -> int:
    """After a freeze was planned, moved or cancelled: every open date follows. Returns how many."""
    windows = listed(session, utility)
    letters = session.execute(
        select(Letter, Case)
        .join(Case, Case.id == Letter.case_id)
        .where(Letter.utility == utility, Letter.closed_at.is_(None))
        .with_for_update()
    ).all()
    moved = 0
    for letter, case in letters:
        due_at = freezes.moved_due(letter.asked_due_at, windows)
        if due_at == letter.due_at:
            continue
        letter.due_at = due_at
        if case.due_at is not None:
            case.due_at, case.updated_at = due_at, at
            case.version += 1
        moved += 1
    return moved


def to_tell(session: Session, at: datetime) -> list[FreezeWindow]:
    """Windows whose state has changed since it was told; locked."""
    living = session.scalars(
        select(FreezeWindow)
        .where(FreezeWindow.told.not_in(["ended", "cancelled"]))
        .order_by(FreezeWindow.starts_at)
        .with_for_update(skip_locked=True)
    )
    return [window for window in living if freezes.state_at(window, at) != window.told]


def view(
    window: FreezeWindow, at: datetime, exempted: Sequence[FreezeExemption] = ()
) -> FreezeView:
    """As shown; the state follows from the instants."""
    return FreezeView(
        freeze_id=window.id,
        utility=window.utility,
        starts_at=window.starts_at,
        ends_at=window.ends_at,
        blocks=window.blocks,
        reason=window.reason,
        state=freezes.state_at(window, at),
        exemptions=[exemptions.view(each) for each in exempted if each.freeze_id == window.id],
    )
