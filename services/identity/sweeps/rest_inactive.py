"""Accounts nobody uses are warned, rest, and are erased in the end."""

from __future__ import annotations

from datetime import timedelta

from services.chassis.db.work import Work
from services.identity.contract.events.privacy import InactivityWarned
from services.identity.settings import usual_inactivity
from services.identity.steps.erasing import erase_person
from services.identity.steps.standing import end_everywhere
from services.identity.steps.tell import tell_person
from services.identity.store import erasure, inactivity


def rest_inactive(work: Work) -> int:
    """Warn, lock, erase: each after the time of the person's utilities; how many were touched."""
    erasure.forget_told_late(work.session, work.now)
    return _erase(work) + _rest(work) + _warn(work)


def _warn(work: Work) -> int:
    usual = usual_inactivity()
    quiet = inactivity.quiet(work.session, work.now, usual)
    for person in quiet:
        person.warned_at = work.now
        days = inactivity.rest_days_of(work.session, person, usual)
        warned = {
            "person_id": person.person_id,
            "email": person.email,
            "language": person.language,
            "rests_at": work.now + timedelta(days=days),
        }
        work.emit(
            InactivityWarned.model_validate(warned),
            utility=erasure.utility_of(work.session, person.person_id),
        )
    return len(quiet)


def _rest(work: Work) -> int:
    """An administrator opens such an account again; until then it logs nobody in."""
    due = inactivity.warned(work.session, work.now, usual_inactivity())
    for person in due:
        person.active, person.rested_at = False, work.now
        end_everywhere(work, person, "locked")
        tell_person(work, person, erasure.utility_of(work.session, person.person_id))
    return len(due)


def _erase(work: Work) -> int:
    due = inactivity.resting(work.session, work.now, usual_inactivity())
    for person in due:
        erase_person(work, person, erasure.utility_of(work.session, person.person_id))
    return len(due)
