"""From draft to somebody's desk, and taking it back."""

from __future__ import annotations

from services.cases.contract.types.words import Status
from services.cases.domain.rows.row import Transition

OPEN: tuple[Status, ...] = (
    "draft",
    "submitted",
    "received",
    "in_progress",
    "information_requested",
    "supplemented",
)
SUBMIT_GUARDS = (
    "may_write",
    "firm_approved",
    "profession_allowed",
    "qualified",
    "utility_open",
    "type_open",
    "type_current",
    "new_cases_open",
    "form_complete",
)
APPEAL_GUARDS = tuple(guard for guard in SUBMIT_GUARDS if guard != "new_cases_open")
"""No freeze ever blocks an appeal."""


def intake(guards: tuple[str, ...] = SUBMIT_GUARDS) -> tuple[Transition, ...]:
    """Sent in, received by itself, taken by a caseworker; taken back until the end.

    A draft nobody writes in is taken back by itself.
    """
    return (
        Transition("submit", ("draft",), "submitted", "firm", "CaseSubmitted", guards=guards),
        Transition("receive", ("submitted",), "received", "system", "CaseReceived", clock="start"),
        Transition(
            "assign",
            ("received",),
            "in_progress",
            "staff",
            "CaseAssigned",
            guards=("is_caseworker",),
        ),
        assign_again("in_progress", "information_requested", "supplemented"),
        withdraw(*OPEN),
        Transition(
            "expire",
            ("draft",),
            "withdrawn",
            "system",
            "DraftExpired",
            guards=("draft_expired",),
            side=True,
        ),
    )


def assign_again(*sources: Status) -> Transition:
    """Somebody else handles it; nothing else changes."""
    return Transition(
        "assign", sources, None, "staff", "CaseAssigned", guards=("is_caseworker",), side=True
    )


def withdraw(*sources: Status) -> Transition:
    """The firm takes its case back."""
    return Transition(
        "withdraw",
        sources,
        "withdrawn",
        "firm",
        "CaseWithdrawn",
        guards=("may_write",),
        clock="stop",
        side=True,
    )
