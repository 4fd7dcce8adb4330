"""What comes after the answer: closing, lapsing, and opening again."""

from __future__ import annotations

from services.cases.contract.types.words import Status
from services.cases.domain.rows.row import APPROVED, Transition


def close(*sources: Status) -> Transition:
    """Nothing more is to be done."""
    return Transition(
        "close",
        sources,
        "closed",
        "staff",
        "CaseClosed",
        guards=("handles_cases",),
        clock="stop",
        side=True,
    )


def reopen(*sources: Status) -> Transition:
    """A leader opens it again, with a reason; the firm cannot."""
    return Transition(
        "reopen",
        sources,
        "in_progress",
        "staff",
        "CaseReopened",
        guards=("is_approver",),
        clock="start",
        side=True,
    )


LAPSING: tuple[Transition, ...] = (
    Transition(
        "report_start",
        APPROVED,
        None,
        "firm",
        "WorkStarted",
        guards=("may_write", "work_not_started"),
        side=True,
    ),
    Transition(
        "warn_of_lapse",
        APPROVED,
        None,
        "system",
        "LapseWarned",
        guards=("work_not_started",),
        side=True,
    ),
    Transition(
        "lapse",
        APPROVED,
        "lapsed",
        "system",
        "CaseLapsed",
        guards=("work_not_started", "lapse_due"),
        clock="stop",
        side=True,
    ),
)
"""An approval that nobody used in three years (plan- og bygningsloven section 21-9)."""
