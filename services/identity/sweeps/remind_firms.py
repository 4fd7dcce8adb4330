"""Once a year a firm is asked whether what the utility knows of it is still right."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.logging import logger
from services.identity.contract.errors import TooManySends
from services.identity.steps.firm_links import send_firm_link, token_hash
from services.identity.store import firms

log = logger(__name__)


def remind_firms(work: Work) -> int:
    """One e-mail a month until somebody presses its button; how many were sent."""
    due = firms.locked_unconfirmed(work.session, work.now)
    sent = 0
    for known in due:
        token = ids.secret()
        ends = work.now + firms.REMINDER_GOOD
        known.reminded_at, known.confirm_hash = work.now, token_hash(known, "confirmation", token)
        try:
            send_firm_link(work, known, "confirmation", known.email_post, token, expires_at=ends)
        except TooManySends:
            log.warning("reminder_held_back", firm_id=known.firm_id)
            continue
        sent += 1
    return sent
