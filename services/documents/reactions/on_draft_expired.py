"""A draft was taken away: nobody may add files to it."""

from __future__ import annotations

from services.cases.contract.events.drafts import DraftExpired
from services.chassis.db.work import Work
from services.documents.store import cases


def on_draft_expired(event: DraftExpired, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
