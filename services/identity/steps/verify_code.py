"""Check a code against everything that was counted."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import CodeExpired, TooManyTries, WrongCode
from services.identity.contract.events.secrets import CodePurpose
from services.identity.contract.events.sessions import LoginRefused
from services.identity.model import LoginAttempt
from services.identity.store import codes, guards


def verify_code(work: Work, purpose: CodePurpose, bound_to: str, subject: str, code: str) -> None:
    """Passes when the code is right. Raises TooManyTries, CodeExpired, WrongCode; all are kept.

    `subject` is what failures count against, whichever code or attempt they were made with.
    """
    if guards.claim(work.session, subject, work.now) is None:
        raise TooManyTries(retry_after=guards.seconds_left(work.session, subject, work.now))
    try:
        codes.check(work.session, purpose, bound_to, code, work.now)
    except CodeExpired:
        guards.not_a_try(work.session, subject, work.now)
        raise
    guards.succeeded(work.session, subject, work.now)


def verify_login_code(work: Work, attempt: LoginAttempt, purpose: CodePurpose, code: str) -> None:
    """The same for a login; failures count against the person and show in their trail.

    A try that was not let through writes nothing: repeating it costs an attacker more than us.
    """
    try:
        verify_code(work, purpose, attempt.attempt_id, f"sms:{attempt.person_id}", code)
    except WrongCode:
        refused = {"person_id": attempt.person_id, "portal": attempt.portal, "why": "factor"}
        work.emit(LoginRefused.model_validate(refused), utility=attempt.utility)
        raise
