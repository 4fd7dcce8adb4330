"""Somebody gives an e-mail address and a password."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import WrongLogin
from services.identity.contract.events.sessions import LoginRefused
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.types.login import LoginStep
from services.identity.model import Person
from services.identity.steps.admission import may_use
from services.identity.steps.ask_factor import Entrance, ask_factor
from services.identity.steps.passwords import password_subject
from services.identity.store import guards, hashing, people, utilities


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
    if person is None or not (
        free and right and may_use(work, person, request.portal, by_password=True)
    ):
        _note(request, work, person, subject, "password" if free else "locked")
        raise WrongLogin
    guards.succeeded(work.session, subject, work.now)
    return ask_factor(work, person, Entrance(request.portal, request.utility, request.firm_id))


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
