"""A draft is about to be taken away: whoever began it is told."""

from __future__ import annotations

from services.cases.contract.events.drafts import DraftExpiring
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_date
from services.notify.outgoing.case_news import tell_firm


def on_draft_expiring(event: DraftExpiring, work: Work) -> None:
    """By e-mail; dropped if it is sent in first."""
    tell_firm(
        work,
        event,
        "draft_expiring",
        lambda language: {"day": show_date(event.expires_at, as_language(language))},
        while_status="draft",
    )
