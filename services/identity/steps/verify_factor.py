"""The second factor, whichever it is, checked against everything that was counted."""

from __future__ import annotations

from collections.abc import Callable

from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest
from services.identity.contract.errors import PasskeyRefused, WrongCode
from services.identity.contract.events.factors import RecoveryCodeUsed
from services.identity.contract.events.secrets import CodePurpose
from services.identity.contract.events.sessions import LoginRefused
from services.identity.contract.types.words import FactorMethod
from services.identity.steps import passkeys
from services.identity.steps.ceremony import Ceremony
from services.identity.steps.tell import owner_of
from services.identity.steps.verify_code import claim_try, codes_of, verify_code
from services.identity.store import guards, people, recovery_codes, totps
from services.identity.store.ways_in import ways_in


def verify_factor(work: Work, ceremony: Ceremony, method: FactorMethod, answer: str) -> None:
    """Passes when it is right, and uses it up.

    Raises WrongCode, CodeExpired, PasskeyRefused, TooManyTries, all kept; a method the person has
    not set up is refused as the field `method`. A try that was not let through writes nothing:
    repeating it costs an attacker more than us.
    """
    if method not in ways_in(work.session, ceremony.person_id, ceremony.portal):
        raise InvalidRequest(errors=[FieldError(field="method", code="not_set_up")])
    with_refusals_noted(work, ceremony, lambda: _CHECKS[method](work, ceremony, answer))


def verify_sms(work: Work, ceremony: Ceremony, purpose: CodePurpose, code: str) -> None:
    """A code that was sent to a phone, for the ceremony and the purpose."""
    with_refusals_noted(
        work,
        ceremony,
        lambda: verify_code(work, purpose, ceremony.bound_to, codes_of(ceremony.person_id), code),
    )


def with_refusals_noted(work: Work, ceremony: Ceremony, check: Callable[[], None]) -> None:
    """A factor that was compared and wrong shows in the person's trail."""
    try:
        check()
    except (WrongCode, PasskeyRefused):
        refused = {"person_id": ceremony.person_id, "portal": ceremony.portal, "why": "factor"}
        work.emit(LoginRefused.model_validate(refused), utility=ceremony.utility)
        raise


def _sms(work: Work, ceremony: Ceremony, code: str) -> None:
    verify_code(work, ceremony.purpose, ceremony.bound_to, codes_of(ceremony.person_id), code)


def _totp(work: Work, ceremony: Ceremony, code: str) -> None:
    subject = codes_of(ceremony.person_id)
    claim_try(work, subject)
    totps.use(work.session, ceremony.person_id, code, work.now)
    guards.succeeded(work.session, subject, work.now)


def _passkey(work: Work, ceremony: Ceremony, answer: str) -> None:
    """Counted apart: it cannot be guessed, so guesses at codes must not keep its owner out."""
    subject = f"passkey:{ceremony.person_id}"
    claim_try(work, subject)
    passkeys.use(work, ceremony, answer)
    guards.succeeded(work.session, subject, work.now)


def _recovery(work: Work, ceremony: Ceremony, code: str) -> None:
    subject = codes_of(ceremony.person_id)
    claim_try(work, subject)
    recovery_codes.use(work.session, ceremony.person_id, code, work.now)
    guards.succeeded(work.session, subject, work.now)
    left = recovery_codes.left(work.session, ceremony.person_id)
    owner = owner_of(people.by_id(work.session, ceremony.person_id))
    used = RecoveryCodeUsed.model_validate({**owner, "left": left, "portal": ceremony.portal})
    work.emit(used, utility=ceremony.utility)


_CHECKS: dict[FactorMethod, Callable[[Work, Ceremony, str], None]] = {
    "sms": _sms,
    "totp": _totp,
    "passkey": _passkey,
    "recovery": _recovery,
}
