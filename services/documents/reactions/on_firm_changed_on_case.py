"""A case belongs to another firm."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import FirmChangedOnCase
from services.chassis.db.work import Work
from services.documents.store import cases


def on_firm_changed_on_case(event: FirmChangedOnCase, work: Work) -> None:
    """The former sees no more than what it sent itself."""
    cases.follow(work.session, event, work.actor.utility)
