"""Asking for what is missing, answering, and closing what nobody answered."""

from __future__ import annotations

from services.cases.contract.types.words import Status
from services.cases.domain.rows.row import HANDLED, Clock, Transition


def _request(leads: str, clock: Clock) -> Transition:
    return Transition(
        "request_information",
        ("in_progress", "supplemented"),
        "information_requested",
        "staff",
        "InformationRequested",
        guards=("is_caseworker",),
        leads=leads,
        clock=clock,
    )


def reject_document(*sources: Status) -> Transition:
    """A file that was sent in turns out to be unusable: the system asks for another."""
    return Transition(
        "reject_document",
        sources,
        "information_requested",
        "system",
        "InformationRequested",
        clock="pause",
        side=True,
    )


def supplement_freely(*sources: Status) -> Transition:
    """The firm sends something of its own accord; the clock runs on."""
    return Transition(
        "supplement",
        sources,
        None,
        "firm",
        "SupplementSent",
        guards=("may_answer", "firm_approved", "supplements_open"),
        leads="free",
        side=True,
    )


DEFICIENCY: tuple[Transition, ...] = (
    _request("minor", "pause"),
    _request("major", "reset"),
    reject_document(*HANDLED),
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
        guards=("may_answer", "firm_approved", "supplements_open"),
        leads="complete",
        clock="resume",
    ),
    Transition(
        "supplement",
        ("information_requested",),
        None,
        "firm",
        "SupplementSent",
        guards=("may_answer", "firm_approved", "supplements_open"),
        leads="partial",
    ),
    supplement_freely("information_requested", *HANDLED),
    Transition(
        "accept_supplement",
        ("supplemented",),
        "in_progress",
        "staff",
        "SupplementAccepted",
        guards=("is_caseworker",),
    ),
    Transition(
        "remind",
        ("information_requested",),
        None,
        "system",
        "LetterReminded",
        side=True,
    ),
    Transition(
        "close_unanswered",
        ("information_requested",),
        "closed_unanswered",
        "staff",
        "CaseClosedUnanswered",
        guards=("handles_cases", "closing_announced"),
        clock="stop",
        side=True,
    ),
)
