"""Appeals: on the case that was decided, and as a case of their own that it follows.

Forvaltningsloven sections 28-33: to the body that decided, which may change the decision or send
the appeal on; an appeal that came too late may be let in.
"""

from __future__ import annotations

from services.cases.contract.types.words import Status
from services.cases.domain.rows.row import DECIDED, By, Clock, Transition

SENDING_ON = ("handles_cases", "appeal_here", "appeal_admitted")
OVERTURNING = ("is_approver", "appeal_admitted")


def _back(action: str, by: By, guards: tuple[str, ...]) -> tuple[Transition, ...]:
    """The decision stands: the case is again what it was before the appeal."""
    return tuple(
        Transition(
            action,
            ("appealed",),
            status,
            by,
            "AppealHandled",
            guards=guards,
            leads=status,
            clock="stop",
            side=by == "firm",
        )
        for status in (*DECIDED, "closed")
    )


def _staff(
    action: str,
    source: Status,
    target: Status | None,
    guards: tuple[str, ...],
    clock: Clock = "untouched",
) -> Transition:
    return Transition(
        action, (source,), target, "staff", "AppealHandled", guards=guards, clock=clock
    )


APPEAL_ON_CASE: tuple[Transition, ...] = (
    Transition(
        "appeal",
        (*DECIDED, "closed"),
        "appealed",
        "firm",
        "CaseAppealed",
        guards=("may_write", "may_appeal"),
        clock="start",
        side=True,
    ),
    *_back("withdraw_appeal", "firm", ("may_write", "appeal_here_alone")),
    *_back("reject_appeal", "staff", ("is_approver", "appeal_here_alone", "appeal_here")),
    *_back("uphold_decision", "staff", ("handles_cases", "appeal_here_alone", "appeal_sent_on")),
    _staff("admit_appeal", "appealed", None, ("is_approver", "appeal_late")),
    _staff(
        "send_on_appeal",
        "appealed",
        None,
        ("appeal_here_alone", *SENDING_ON),
        "release",
    ),
    _staff(
        "overturn_decision",
        "appealed",
        "in_progress",
        ("appeal_here_alone", *OVERTURNING),
        "start",
    ),
)
"""Of a decision made in the portal; one sent in as a case is handled there, save letting it in."""

APPEAL_AS_CASE: tuple[Transition, ...] = (
    _staff("send_on_appeal", "in_progress", "appealed", SENDING_ON, "release"),
    _staff("overturn_decision", "in_progress", "closed", OVERTURNING, "stop"),
    _staff("reject_appeal", "in_progress", "dismissed", ("is_approver", "appeal_here"), "stop"),
    _staff("overturn_decision", "appealed", "closed", OVERTURNING, "stop"),
    _staff("uphold_decision", "appealed", "closed", ("handles_cases", "appeal_sent_on"), "stop"),
)
"""Sent in as a case; the decided case takes the same steps (`steps/appealing.py`)."""
