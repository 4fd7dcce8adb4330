"""Limits on what may be sent, and to whom; they fail closed, for the cost and for the receiver."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.chassis.db.work import Work
from services.chassis.logging import logger
from services.identity.contract.errors import TooManySends
from services.identity.settings import identity_settings
from services.identity.store import sends
from services.identity.store.sends import Limit

log = logger(__name__)
DAY = timedelta(days=1)


def claim_sms(work: Work, mobile: str) -> None:
    """Count an SMS against the day's budget and its number. Raises TooManySends."""
    try:
        sends.claim(work.session, "budget", [Limit(identity_settings().sends_day, DAY)], work.now)
    except TooManySends:
        log.error("sms_budget_spent")
        raise
    sends.claim(work.session, sends.subject("number", mobile), _per_receiver(), work.now)


def claim_new_number(work: Work, person_id: str) -> None:
    """Count the numbers one account names, so that it cannot pump many. Raises TooManySends."""
    counted = sends.subject("named-by", person_id)
    sends.claim(work.session, counted, _per_receiver(), work.now)


def claim_mail(work: Work, email: str) -> None:
    """Count an e-mail against its address. Raises TooManySends."""
    sends.claim(work.session, sends.subject("mail", email.lower()), _per_receiver(), work.now)


def claim_before_password(work: Work, address: str) -> None:
    """Count what a stranger's network address causes to be sent. Raises TooManySends."""
    hourly = Limit(identity_settings().sends_per_address_hour, timedelta(hours=1))
    sends.claim(work.session, sends.subject("address", address), [hourly], work.now)


def ensure_passed(work: Work, free_at: datetime) -> None:
    """Raises TooManySends with the seconds left."""
    if work.now < free_at:
        raise TooManySends(retry_after=int((free_at - work.now).total_seconds()) + 1)


def _per_receiver() -> list[Limit]:
    found = identity_settings()
    return [
        Limit(found.sends_per_number_ten_minutes, timedelta(minutes=10)),
        Limit(found.sends_per_number_day, DAY),
    ]
