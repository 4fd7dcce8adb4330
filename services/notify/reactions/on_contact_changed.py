"""Somebody else acts for the firm on a case."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import ContactChanged
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_contact_changed(event: ContactChanged, work: Work) -> None:
    """Later news goes to them."""
    hear_case(work, event)
