"""A firm is not on a case any more."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import PartyEnded
from services.chassis.db.work import Work
from services.documents.store import cases


def on_party_ended(event: PartyEnded, work: Work) -> None:
    """It sees its documents no more."""
    cases.follow(work.session, event, work.actor.utility)
