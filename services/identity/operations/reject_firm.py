"""A registrar turns a firm down."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotOpen
from services.identity.contract.operations.firms import RejectFirm
from services.identity.contract.types.firms import FirmView
from services.identity.domain import access
from services.identity.steps.firm_page import firm_page
from services.identity.steps.tell import tell_rejected
from services.identity.store import firms


def reject_firm(request: RejectFirm, work: Work) -> FirmView:
    """A waiting firm is turned down at this utility and told why; it may register again.

    Raises NotForYou, FirmNotFound, and FirmNotOpen for a firm that does not wait.
    """
    access.ensure_registrar(work.actor)
    firm, known = firms.known(work.session, request.firm_id, work.actor.utility, lock=True)
    if known.status != "waiting":
        raise FirmNotOpen(status=known.status)
    known.status, known.reason = "rejected", request.reason
    known.decided_at, known.decided_by = work.now, work.actor.user_id
    tell_rejected(work, firm, known)
    return firm_page(work, firm, known, with_people=True)
