"""A registrar lets a stopped firm go on."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotOpen
from services.identity.contract.operations.firms import LiftSuspension
from services.identity.contract.types.firms import FirmView
from services.identity.domain import access
from services.identity.steps.firm_page import firm_page
from services.identity.steps.tell import tell_lifted
from services.identity.store import firms


def lift_suspension(request: LiftSuspension, work: Work) -> FirmView:
    """The firm is approved again, and told.

    Raises NotForYou, FirmNotFound, and FirmNotOpen for a firm that is not suspended.
    """
    access.ensure_registrar(work.actor)
    firm, known = firms.known(work.session, request.firm_id, work.actor.utility, lock=True)
    if known.status != "suspended":
        raise FirmNotOpen(status=known.status)
    known.status, known.reason = "approved", ""
    known.decided_at, known.decided_by = work.now, work.actor.user_id
    tell_lifted(work, firm, known)
    return firm_page(work, firm, known, with_people=True)
