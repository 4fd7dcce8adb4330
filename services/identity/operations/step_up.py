"""Somebody proves themselves again before something sensitive."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.step_up import StepUp
from services.identity.contract.types.login import OpenedSession
from services.identity.steps.ceremony import Ceremony
from services.identity.steps.secured import own_session
from services.identity.steps.sessions import rotate
from services.identity.steps.verify_factor import verify_factor
from services.identity.store import people, turns


def step_up(request: StepUp, work: Work) -> OpenedSession:
    """Any registered factor; the session goes on under a fresh secret.

    Raises WrongCode, CodeExpired, PasskeyRefused, TooManyTries; a method that is not set up is
    refused as the field `method`.
    """
    turns.take(work.session, f"step-up:{work.actor.session_id}")
    held = own_session(work)
    verify_factor(work, Ceremony.of_session(held), request.method, request.code)
    return rotate(work, held, people.by_id(work.session, held.person_id), request.method)
