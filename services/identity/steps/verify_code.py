"""Check a code against everything that was counted."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import CodeExpired, TooManyTries
from services.identity.contract.events.secrets import CodePurpose
from services.identity.store import codes, guards


def codes_of(person_id: str) -> str:
    """What failed codes of an account count against, whether from SMS, an app or paper.

    One count for all, so that a guesser does not get more tries by changing the method.
    """
    return f"code:{person_id}"


def claim_try(work: Work, subject: str) -> None:
    """Count a try as failed until it is known better. Raises TooManyTries."""
    if guards.claim(work.session, subject, work.now) is None:
        raise TooManyTries(retry_after=guards.seconds_left(work.session, subject, work.now))


def verify_code(work: Work, purpose: CodePurpose, bound_to: str, subject: str, code: str) -> None:
    """Passes when the code is right. Raises TooManyTries, CodeExpired, WrongCode; all are kept.

    `subject` is what failures count against, whichever code or attempt they were made with.
    """
    claim_try(work, subject)
    try:
        codes.check(work.session, purpose, bound_to, code, work.now)
    except CodeExpired:
        guards.not_a_try(work.session, subject, work.now)
        raise
    guards.succeeded(work.session, subject, work.now)
