"""Accounts nobody uses are warned, rest, and are erased in the end."""

from __future__ import annotations

from datetime import timedelta

from services.chassis.db.work import Work
from services.identity.contract.events.privacy import InactivityWarned
from services.identity.settings import identity_settings
from services.identity.steps.erasing import erase_person
from services.identity.steps.standing import end_everywhere
from services.identity.steps.tell import tell_person
from services.identity.store import erasure


def rest_inactive(work: Work) -> int:
    """Warn, lock, erase: each after its own time in the settings; how many were touched."""
    erasure.forget_told_late(work.session, work.now)
    return _erase(work) + _rest(work) + _warn(work)


def _warn(work: Work) -> int:
    found = identity_settings()
    quiet = erasure.quiet_since(work.session, work.now - timedelta(days=found.inactive_warn_days))
    for person in quiet:
        person.warned_at = work.now
        warned = {
            "person_id": person.person_id,
            "email": person.email,
            "language": person.language,
            "rests_at": work.now + timedelta(days=found.inactive_rest_days),
        }
        work.emit(
            InactivityWarned.model_validate(warned),
            utility=erasure.utility_of(work.session, person.person_id),
        )
    return len(quiet)


def _rest(work: Work) -> int:
    """An administrator opens such an account again; until then it logs nobody in."""
    days = identity_settings().inactive_rest_days
    due = erasure.warned_before(work.session, work.now - timedelta(days=days))
    for person in due:
        person.active, person.rested_at = False, work.now
        end_everywhere(work, person, "locked")
        tell_person(work, person, erasure.utility_of(work.session, person.person_id))
    return len(due)


def _erase(work: Work) -> int:
    days = identity_settings().inactive_erase_days
    due = erasure.resting_since(work.session, work.now - timedelta(days=days))
    for person in due:
        erase_person(work, person, erasure.utility_of(work.session, person.person_id))
    return len(due)
