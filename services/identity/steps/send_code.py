"""Send a one-time code by SMS, within the limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest
from services.chassis.seal import seal
from services.identity.contract.events.secrets import CodeIssued, CodePurpose
from services.identity.contract.types.words import Language
from services.identity.domain.codes import LIFETIME, new_code
from services.identity.model import Invitation, LoginAttempt, Person, Registration
from services.identity.settings import identity_settings
from services.identity.steps import limits
from services.identity.store import codes


@dataclass(frozen=True)
class CodeTo:
    """Whom a code is for, and what it is bound to."""

    purpose: CodePurpose
    bound_to: str
    person_id: str
    mobile: str
    language: Language
    utility: str

    @classmethod
    def of_registration(cls, registration: Registration) -> CodeTo:
        """To the mobile that is to be proven."""
        return cls(
            purpose="registration",
            bound_to=registration.registration_id,
            person_id=registration.person_id,
            mobile=registration.mobile,
            language=registration.language,  # type: ignore[arg-type] # validated when written
            utility=registration.utility,
        )

    @classmethod
    def of_invitation(cls, invitation: Invitation) -> CodeTo:
        """To the mobile that somebody new has named."""
        return cls(
            purpose="invitation",
            bound_to=invitation.invitation_id,
            person_id=invitation.person_id,
            mobile=invitation.mobile or "",
            language=invitation.language,  # type: ignore[arg-type] # validated when written
            utility=invitation.utility,
        )

    @classmethod
    def of_attempt(
        cls, attempt: LoginAttempt, person: Person, purpose: CodePurpose, mobile: str
    ) -> CodeTo:
        """To the registered mobile, or the one to be enrolled."""
        return cls(
            purpose=purpose,
            bound_to=attempt.attempt_id,
            person_id=person.person_id,
            mobile=mobile,
            language=person.language,  # type: ignore[arg-type] # validated when written
            utility=attempt.utility,
        )

    @classmethod
    def of_person(
        cls, person: Person, purpose: CodePurpose, bound_to: str, mobile: str, utility: str
    ) -> CodeTo:
        """To somebody who is logged in."""
        return cls(
            purpose=purpose,
            bound_to=bound_to,
            person_id=person.person_id,
            mobile=mobile,
            language=person.language,  # type: ignore[arg-type] # validated when written
            utility=utility,
        )


def send_code(work: Work, to: CodeTo) -> None:
    """A new code; an earlier one of the same attempt is void. Raises TooManySends."""
    if not to.mobile.startswith(identity_settings().sms_prefixes):
        raise InvalidRequest(errors=[FieldError(field="mobile", code="mobile_invalid")])
    limits.claim_sms(work, to.mobile)
    code = new_code()
    codes.keep(work.session, to.purpose, to.bound_to, code, work.now)
    work.emit(
        CodeIssued(
            person_id=to.person_id,
            purpose=to.purpose,
            mobile=to.mobile,
            sealed_code=seal(code),
            expires_at=work.now + LIFETIME,
            language=to.language,
        ),
        utility=to.utility,
    )


def ensure_resend_is_due(work: Work, purpose: CodePurpose, bound_to: str) -> None:
    """A minute between a code and the next. Raises TooManySends."""
    issued_at = codes.issued_at(work.session, purpose, bound_to)
    if issued_at is not None:
        limits.ensure_passed(
            work, issued_at + timedelta(seconds=identity_settings().resend_seconds)
        )
