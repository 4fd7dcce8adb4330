"""The one predicate of who sees which cases; single fetch and lists both use it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false

from services.cases.contract.errors import RoleMissing
from services.cases.model import Case
from services.chassis.messages import Actor

FIRM_READERS = ("firm_admin", "applicant", "field_worker", "reader")
FIRM_WRITERS = ("firm_admin", "applicant")
FIRM_CORRESPONDENTS = ("firm_admin", "applicant", "field_worker")
STAFF_CORRESPONDENTS = ("caseworker", "approver", "zone_operator")
STAFF_READERS = (
    "caseworker",
    "approver",
    "zone_operator",
    "duty_officer",
    "archivist",
    "administrator",
    "auditor",
)


def visible(actor: Actor) -> ColumnElement[bool]:
    """A firm's people see its cases at the utility they act for, staff what was sent to theirs."""
    if not actor.utility:
        return false()
    if actor.audience == "contractor" and actor.firm_id and actor.has(*FIRM_READERS):
        return and_(Case.utility == actor.utility, Case.firm_id == actor.firm_id)
    if actor.audience == "operator" and actor.has(*STAFF_READERS):
        return and_(Case.utility == actor.utility, Case.submitted_at.is_not(None))
    return false()


def ensure(actor: Actor, *roles: str) -> None:
    """Raises RoleMissing when the actor holds none of the roles."""
    if not actor.has(*roles):
        raise RoleMissing(needs=list(roles))
