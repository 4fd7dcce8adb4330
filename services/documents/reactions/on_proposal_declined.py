"""The approver sent a proposal back."""

from __future__ import annotations

from services.cases.contract.events.decisions import ProposalDeclined
from services.chassis.db.work import Work
from services.documents.store import cases


def on_proposal_declined(event: ProposalDeclined, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
