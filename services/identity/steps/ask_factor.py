"""The first factor was right: open an attempt and ask for the second."""

from __future__ import annotations

from dataclasses import dataclass

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.norway import mask_phone
from services.identity.contract.errors import TooManySends
from services.identity.contract.types.login import LoginStep
from services.identity.contract.types.words import Portal
from services.identity.domain.factors import offered
from services.identity.domain.lifetimes import ATTEMPT
from services.identity.model import LoginAttempt, Person
from services.identity.settings import identity_settings
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.steps.send_link import LinkTo, send_link
from services.identity.store import attempts
from services.identity.store.ways_in import ways_in


@dataclass(frozen=True)
class Entrance:
    """Where somebody comes in: the portal, at which utility, and the firm they chose before."""

    portal: Portal
    utility: str
    firm_id: str = ""


def ask_factor(work: Work, person: Person, entrance: Entrance) -> LoginStep:
    """What the person may answer with; an SMS code, or the link to enrol a mobile, goes out.

    Raises TooManySends.
    """
    methods = offered(entrance.portal, ways_in(work.session, person.person_id, entrance.portal))
    wants = "factor" if methods else "enrol_mobile"
    secret, attempt = opened_attempt(work, person, entrance, wants)
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


def opened_attempt(
    work: Work, person: Person, entrance: Entrance, wants: str
) -> tuple[str, LoginAttempt]:
    """The first factor was right; the secret for the cookie, and the attempt it stands for."""
    secret = ids.secret()
    attempt = LoginAttempt(
        attempt_id=ids.new_id(),
        secret_hash=attempts.secret_hash(secret),
        person_id=person.person_id,
        portal=entrance.portal,
        utility=entrance.utility,
        firm_id=entrance.firm_id,
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
