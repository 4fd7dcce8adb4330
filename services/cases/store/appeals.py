"""An appeal kept with the case it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.contract.types.appeals import AppealView
from services.cases.contract.types.words import AppealState
from services.cases.domain import lifecycle
from services.cases.model import Case


def kept(case: Case) -> AppealView | None:
    """The appeal, settled or not."""
    return AppealView.model_validate(case.appeal) if case.appeal else None


def state(case: Case) -> AppealState | None:
    """How far it has come; None when there is none."""
    appeal = kept(case)
    return appeal.state if appeal else None


def keep(case: Case, appeal: AppealView, **changes: Any) -> AppealView:
    """Keep it as it is now."""
    now = appeal.model_copy(update=changes)
    case.appeal = now.model_dump(mode="json")
    return now


def set_decision_aside(case: Case, interim_due_at: datetime | None) -> None:
    """The decision no longer holds; it stays to be read, and a new answer is waited for."""
    if case.decision is not None:
        case.earlier_decisions = [*case.earlier_decisions, case.decision]
    case.decision = case.lapses_at = case.started_at = None
    case.lapse_warnings = 0
    case.interim_due_at = interim_due_at


def leads_back(case: Case) -> str:
    """The name of the move that gives a decided case its status back; empty for others."""
    appeal = kept(case)
    return appeal.status_before if appeal and case.lifecycle != "appeal" else ""


def has_open_case(session: Session, case: Case) -> bool:
    """True when the appeal is a case of its own that has not come to its end."""
    appeal = kept(case)
    if case.status != "appealed" or appeal is None or appeal.case_id is None:
        return False
    status = session.scalar(select(Case.status).where(Case.id == appeal.case_id))
    return status not in lifecycle.terminal("appeal")


def advance(case: Case, **changes: Any) -> None:
    """Note how far it has come; a case that is itself an appeal keeps that in its history."""
    appeal = kept(case)
    if appeal is not None:
        keep(case, appeal, **changes)
