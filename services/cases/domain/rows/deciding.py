"""Decisions with two pairs of eyes, statements, and more time for either."""

from __future__ import annotations

from services.cases.contract.types.words import Status
from services.cases.domain.rows.deficiency import reject_document, supplement_freely
from services.cases.domain.rows.intake import assign_again, withdraw
from services.cases.domain.rows.row import DECIDED, HANDLED, Transition


def waiting(*sources: Status) -> tuple[Transition, ...]:
    """The firm is told of a new date, or that no answer is ready yet."""
    return (
        Transition(
            "extend",
            sources,
            None,
            "staff",
            "CaseExtended",
            guards=("handles_cases", "limit_running"),
            side=True,
        ),
        Transition("answer_interim", sources, None, "system", "InterimAnswerGiven", side=True),
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


DECISION: tuple[Transition, ...] = (
    assign_again("awaiting_approval"),
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
    *(_decide(target) for target in DECIDED),
    reject_document("awaiting_approval"),
    supplement_freely("awaiting_approval"),
    *waiting(*HANDLED, "awaiting_approval"),
    withdraw("awaiting_approval"),
)

STATEMENT: tuple[Transition, ...] = (
    Transition(
        "answer_statement",
        ("in_progress",),
        "statement_given",
        "staff",
        "StatementGiven",
        guards=("handles_cases",),
        clock="stop",
    ),
    *waiting(*HANDLED),
)
