"""The lifecycles as data: who may do what, from where, to where, and what it does to the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from services.cases.contract.types.words import Status

By = Literal["firm", "staff", "system"]
Clock = Literal["untouched", "start", "pause", "reset", "resume", "stop"]
LifecycleName = Literal["decision", "statement"]


@dataclass(frozen=True)
class Transition:
    """One move. `leads` tells apart moves of one action from one status (`minor`, `complete`)."""

    action: str
    sources: tuple[Status, ...]
    target: Status | None
    """None: the status stays, and the move stands in the history."""
    by: By
    emits: str
    """The event of the contract that tells it."""
    guards: tuple[str, ...] = ()
    leads: str = ""
    clock: Clock = "untouched"
    side: bool = False
    """A way that may be taken, but that nobody waits for; it does not give the ball."""
    internal: bool = False
    """Its facts are the utility's own."""


HANDLED: tuple[Status, ...] = ("received", "in_progress", "supplemented")
OPEN: tuple[Status, ...] = (
    "draft",
    "submitted",
    "received",
    "in_progress",
    "information_requested",
    "supplemented",
)

COMMON: tuple[Transition, ...] = (
    Transition(
        "submit",
        ("draft",),
        "submitted",
        "firm",
        "CaseSubmitted",
        guards=(
            "may_write",
            "firm_approved",
            "profession_allowed",
            "qualified",
            "type_open",
            "new_cases_open",
            "form_complete",
        ),
    ),
    Transition("receive", ("submitted",), "received", "system", "CaseReceived", clock="start"),
    Transition(
        "assign", ("received",), "in_progress", "staff", "CaseAssigned", guards=("is_caseworker",)
    ),
    Transition(
        "assign",
        ("in_progress", "information_requested", "supplemented"),
        None,
        "staff",
        "CaseAssigned",
        guards=("is_caseworker",),
        side=True,
    ),
    Transition(
        "request_information",
        ("in_progress", "supplemented"),
        "information_requested",
        "staff",
        "InformationRequested",
        guards=("is_caseworker",),
        leads="minor",
        clock="pause",
    ),
    Transition(
        "request_information",
        ("in_progress", "supplemented"),
        "information_requested",
        "staff",
        "InformationRequested",
        guards=("is_caseworker",),
        leads="major",
        clock="reset",
    ),
    Transition(
        "reject_document",
        HANDLED,
        "information_requested",
        "system",
        "InformationRequested",
        clock="pause",
        side=True,
    ),
    Transition(
        "reject_document",
        ("information_requested",),
        None,
        "system",
        "InformationRequested",
        side=True,
    ),
    Transition(
        "supplement",
        ("information_requested",),
        "supplemented",
        "firm",
        "SupplementSent",
        guards=("may_write", "firm_approved", "supplements_open"),
        leads="complete",
        clock="resume",
    ),
    Transition(
        "supplement",
        ("information_requested",),
        None,
        "firm",
        "SupplementSent",
        guards=("may_write", "firm_approved", "supplements_open"),
        leads="partial",
    ),
    Transition(
        "accept_supplement",
        ("supplemented",),
        "in_progress",
        "staff",
        "SupplementAccepted",
        guards=("is_caseworker",),
    ),
)

_WITHDRAW = Transition(
    "withdraw", OPEN, "withdrawn", "firm", "CaseWithdrawn", ("may_write",), clock="stop", side=True
)


def _decide(target: Status) -> Transition:
    return Transition(
        "decide",
        ("awaiting_approval",),
        target,
        "staff",
        "DecisionRecorded",
        guards=("is_approver", "not_own_proposal"),
        leads=target,
        clock="stop",
    )


LIFECYCLES: dict[LifecycleName, tuple[Transition, ...]] = {
    "decision": (
        *COMMON,
        Transition(
            "assign",
            ("awaiting_approval",),
            None,
            "staff",
            "CaseAssigned",
            guards=("is_caseworker",),
            side=True,
        ),
        Transition(
            "propose_decision",
            ("in_progress",),
            "awaiting_approval",
            "staff",
            "DecisionProposed",
            guards=("is_caseworker",),
            internal=True,
        ),
        Transition(
            "decline_proposal",
            ("awaiting_approval",),
            "in_progress",
            "staff",
            "ProposalDeclined",
            guards=("is_approver",),
            internal=True,
        ),
        _decide("approved"),
        _decide("approved_with_conditions"),
        _decide("refused"),
        _decide("dismissed"),
        Transition(
            "reject_document",
            ("awaiting_approval",),
            "information_requested",
            "system",
            "InformationRequested",
            clock="pause",
            side=True,
        ),
        _WITHDRAW,
        Transition(
            "withdraw",
            ("awaiting_approval",),
            "withdrawn",
            "firm",
            "CaseWithdrawn",
            guards=("may_write",),
            clock="stop",
            side=True,
        ),
    ),
    "statement": (
        *COMMON,
        Transition(
            "answer_statement",
            ("in_progress",),
            "statement_given",
            "staff",
            "StatementGiven",
            guards=("handles_statements",),
            clock="stop",
        ),
        _WITHDRAW,
    ),
}
"""By the name a case type gives. Status codes and moves follow the domain's case lifecycle."""
