"""Somebody gives an e-mail address and a password."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.norway import mask_phone
from services.identity.contract.errors import TooManySends, WrongLogin
from services.identity.contract.events.sessions import LoginRefused
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.types.login import LoginStep
from services.identity.domain.factors import offered
from services.identity.domain.lifetimes import ATTEMPT
from services.identity.model import LoginAttempt, Person
from services.identity.settings import identity_settings
from services.identity.steps.admission import may_use
from services.identity.steps.passwords import password_subject
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.steps.send_link import LinkTo, send_link
from services.identity.store import attempts, guards, hashing, people, utilities
from services.identity.store.ways_in import ways_in


def begin_login(request: BeginLogin, work: Work) -> LoginStep:
    """A right password opens an attempt and sends an SMS code, or the link to enrol a mobile.

    Unknown, wrong, locked and without standing at the portal: the same work, the same WrongLogin.
    Raises TooManySends after a right password.
    """
    utilities.known(work.session, request.utility)
    person = people.by_email(work.session, request.email)
    right = hashing.matches(person.password if person else None, request.password)
    subject = password_subject(request.email)
    free = guards.claim(work.session, subject, work.now) is not None
    if person is None or not (free and right and may_use(work, person, request.portal)):
        _note(request, work, person, subject, "password" if free else "locked")
        raise WrongLogin
    guards.succeeded(work.session, subject, work.now)
    methods = offered(request.portal, ways_in(work.session, person.person_id, request.portal))
    secret, attempt = _opened(request, work, person, "factor" if methods else "enrol_mobile")
    if not methods:
        _send_proof(work, attempt, person)
    elif person.mobile is not None:
        _send_code(work, attempt, person, person.mobile, alone=set(methods) == {"sms"})
    return LoginStep(
        attempt=secret,
        next="factor" if methods else "enrol_mobile",
        methods=methods,
        hint=mask_phone(person.mobile) if person.mobile else "",
        resend_after=identity_settings().resend_seconds,
    )


def _note(request: BeginLogin, work: Work, person: Person | None, subject: str, why: str) -> None:
    """The failed try goes into the trail, for unknown addresses too: the same work."""
    if person is None:
        work.record(
            "login_refused.unknown",
            chain=f"address:{subject.removeprefix('password:')[:32]}",
            facts={"portal": request.portal, "why": why},
            utility=request.utility,
        )
        return
    refused = {"person_id": person.person_id, "portal": request.portal, "why": why}
    work.emit(LoginRefused.model_validate(refused), utility=request.utility)


def _opened(
    request: BeginLogin, work: Work, person: Person, wants: str
) -> tuple[str, LoginAttempt]:
    secret = ids.secret()
    attempt = LoginAttempt(
        attempt_id=ids.new_id(),
        secret_hash=attempts.secret_hash(secret),
        person_id=person.person_id,
        portal=request.portal,
        utility=request.utility,
        firm_id=request.firm_id,
        next=wants,
        created_at=work.now,
        expires_at=work.now + ATTEMPT,
    )
    work.session.add(attempt)
    return secret, attempt


def _send_code(
    work: Work, attempt: LoginAttempt, person: Person, mobile: str, *, alone: bool
) -> None:
    """At once, as everybody is used to. With another way in, a limit on SMS stops nobody."""
    try:
        send_code(work, CodeTo.of_attempt(attempt, person, "login", mobile))
    except TooManySends:
        if alone:
            raise


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
