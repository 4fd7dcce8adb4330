"""A firm that was asked onto a case accepted, or declined."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import PartyAnswered
from services.chassis.db.work import Work
from services.documents.store import cases


def on_party_answered(event: PartyAnswered, work: Work) -> None:
    """It sees the documents from now on."""
    cases.follow(work.session, event, work.actor.utility)
