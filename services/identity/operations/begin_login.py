"""Somebody gives an e-mail address and a password."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.keyed_hash import keyed_hash
from services.chassis.norway import mask_phone
from services.identity.contract.errors import WrongLogin
from services.identity.contract.events.sessions import LoginRefused
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.types.login import LoginStep
from services.identity.domain.lifetimes import ATTEMPT
from services.identity.model import LoginAttempt, Person
from services.identity.settings import identity_settings
from services.identity.steps.admission import may_use
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.steps.send_link import LinkTo, send_link
from services.identity.store import attempts, guards, hashing, people, utilities


def begin_login(request: BeginLogin, work: Work) -> LoginStep:
    """A right password opens an attempt and sends an SMS code, or the link to enrol a mobile.

    Unknown, wrong, locked and without standing at the portal: the same work, the same WrongLogin.
    Raises TooManySends after a right password.
    """
    utilities.known(work.session, request.utility)
    person = people.by_email(work.session, request.email)
    right = hashing.matches(person.password if person else None, request.password)
    address = keyed_hash("login-address", request.email.lower())
    subject = f"password:{address}"
    free = guards.claim(work.session, subject, work.now) is not None
    if person is None or not (free and right and may_use(work, person, request.portal)):
        _note(request, work, person, address, "password" if free else "locked")
        raise WrongLogin
    guards.succeeded(work.session, subject, work.now)
    secret, attempt = _opened(request, work, person)
    if person.mobile is None:
        _send_proof(work, attempt, person)
    else:
        send_code(work, CodeTo.of_attempt(attempt, person, "login", person.mobile))
    return LoginStep(
        attempt=secret,
        next="enrol_mobile" if person.mobile is None else "factor",
        methods=[] if person.mobile is None else ["sms"],
        hint=mask_phone(person.mobile) if person.mobile else "",
        resend_after=identity_settings().resend_seconds,
    )


def _note(request: BeginLogin, work: Work, person: Person | None, address: str, why: str) -> None:
    """The failed try goes into the trail, for unknown addresses too: the same work."""
    if person is None:
        work.record(
            "login_refused.unknown",
            chain=f"address:{address[:32]}",
            facts={"portal": request.portal, "why": why},
            utility=request.utility,
        )
        return
    refused = {"person_id": person.person_id, "portal": request.portal, "why": why}
    work.emit(LoginRefused.model_validate(refused), utility=request.utility)


def _opened(request: BeginLogin, work: Work, person: Person) -> tuple[str, LoginAttempt]:
    secret = ids.secret()
    attempt = LoginAttempt(
        attempt_id=ids.new_id(),
        secret_hash=attempts.secret_hash(secret),
        person_id=person.person_id,
        portal=request.portal,
        utility=request.utility,
        next="enrol_mobile" if person.mobile is None else "factor",
        created_at=work.now,
        expires_at=work.now + ATTEMPT,
    )
    work.session.add(attempt)
    return secret, attempt


def _send_proof(work: Work, attempt: LoginAttempt, person: Person) -> None:
    """A password alone enrols nothing: the proof goes to the address known from before."""
    token = ids.secret()
    attempt.proof_hash = attempts.proof_hash(attempt.attempt_id, token)
    send_link(
        work,
        LinkTo(
            purpose="enrolment",
            person_id=person.person_id,
            email=person.email,
            language=person.language,  # type: ignore[arg-type] # validated when it was written
            portal=attempt.portal,  # type: ignore[arg-type] # validated when it was written
            utility=attempt.utility,
            path="/logg-inn/mobil?bevis={token}",
            expires_at=attempt.expires_at,
        ),
        token,
    )
