"""A registrar stops a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotOpen
from services.identity.contract.operations.firms import SuspendFirm
from services.identity.contract.types.firms import FirmView
from services.identity.domain import access
from services.identity.steps.firm_page import firm_page
from services.identity.steps.guarding import ensure_stepped_up
from services.identity.steps.tell import tell_suspended
from services.identity.store import firms


def suspend_firm(request: SuspendFirm, work: Work) -> FirmView:
    """An approved firm reads and drafts, but sends nothing in, until it is lifted.

    Raises NotForYou, StepUpNeeded, FirmNotFound, and FirmNotOpen for a firm that is not approved.
    """
    access.ensure_registrar(work.actor)
    ensure_stepped_up(work)
    firm, known = firms.known(work.session, request.firm_id, work.actor.utility, lock=True)
    if known.status != "approved":
        raise FirmNotOpen(status=known.status)
    known.status, known.reason = "suspended", request.reason
    known.decided_at, known.decided_by = work.now, work.actor.user_id
    tell_suspended(work, firm, known)
    return firm_page(work, firm, known, with_people=True)
