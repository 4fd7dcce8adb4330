"""The one predicate of who sees which cases, made of parts that lists use by themselves.

`visible` is for one case: it is what single fetch, changes and their events ask. A list asks for
`listed`, the firm's own cases or those it only takes part in, so that each is read off an index of
its own; together the two are `visible`. A firm a case was taken from sees what it had seen
(`store/formers.py`), never the case.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false, or_

from services.cases.contract.errors import RoleMissing
from services.cases.contract.party_errors import NotYourPart
from services.cases.contract.types.parties import Standing
from services.cases.model import Case
from services.chassis.messages import Actor

FIRM_READERS = ("firm_admin", "applicant", "field_worker", "reader")
FIRM_WRITERS = ("firm_admin", "applicant")
FIRM_CORRESPONDENTS = ("firm_admin", "applicant", "field_worker")
STAFF_CORRESPONDENTS = ("caseworker", "approver", "zone_operator")
EXEMPTERS = ("zone_operator", "approver")
"""Who opens a freeze for one firm or case."""
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
    """A firm's people see its cases and those it is on, at the utility they act for; staff what
    was sent to theirs."""
    return or_(listed(actor), listed(actor, shared=True))


def listed(actor: Actor, *, shared: bool = False) -> ColumnElement[bool]:
    """Half of `visible`: with `shared` the cases of other firms that one's own takes part in."""
    if is_firm(actor):
        part = Case.parties.has_key(actor.firm_id) if shared else Case.firm_id == actor.firm_id
        return and_(Case.utility == actor.utility, part)
    if shared or actor.audience != "operator" or not actor.utility:
        return false()
    if not actor.has(*STAFF_READERS):
        return false()
    return and_(Case.utility == actor.utility, Case.submitted_at.is_not(None))


def is_firm(actor: Actor) -> bool:
    """Somebody of a firm who may read its cases, acting at a utility."""
    named = bool(actor.utility and actor.firm_id)
    return actor.audience == "contractor" and named and actor.has(*FIRM_READERS)


def standing(actor: Actor, case: Case) -> Standing:
    """What the actor is on a case they see."""
    if actor.audience != "contractor":
        return "utility"
    return "applicant" if case.firm_id == actor.firm_id else case.parties[actor.firm_id]


def ensure(actor: Actor, *roles: str) -> None:
    """Raises RoleMissing when the actor holds none of the roles."""
    if not actor.has(*roles):
        raise RoleMissing(needs=list(roles))


def ensure_applicant(actor: Actor, case: Case) -> None:
    """Raises NotYourPart, RoleMissing: what commits the applicant is done by its own writers."""
    stands = standing(actor, case)
    if stands != "applicant":
        raise NotYourPart(standing=stands)
    ensure(actor, *FIRM_WRITERS)
