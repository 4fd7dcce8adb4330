"""Who may log in where."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.types.words import Portal
from services.identity.model import Person
from services.identity.store import invitations, people


def may_use(work: Work, person: Person, portal: Portal) -> bool:
    """Firms' people use the contractor portal, staff the operator portal; so do those invited."""
    if not person.active:
        return False
    stands = people.firms_of if portal == "contractor" else people.posts_of
    return bool(stands(work.session, person.person_id)) or invitations.waits_for(
        work.session, person.email, work.now, staff=portal == "operator"
    )
