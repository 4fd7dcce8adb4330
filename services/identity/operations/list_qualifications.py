"""Somebody looks at what a firm has proven."""

from __future__ import annotations

from services.chassis import clock
from services.chassis.db.work import Work
from services.identity.contract.operations.qualifications import ListQualifications
from services.identity.contract.types.qualifications import Qualifications
from services.identity.domain import access
from services.identity.steps.firm_profile import own_firm
from services.identity.store import firms, qualifications
from services.identity.views.qualifications import qualification_view


def list_qualifications(request: ListQualifications, work: Work) -> Qualifications:
    """One's own firm's; for a registrar those of a firm, or all that wait at the utility.

    Raises FirmNotFound, NotForYou.
    """
    actor = work.actor
    if actor.audience == "contractor":
        own_firm(work)
        rows = qualifications.of_firm(work.session, actor.firm_id, actor.utility)
    else:
        access.ensure_may_read_firms(actor)
        if request.firm_id:
            firms.known(work.session, request.firm_id, actor.utility)
            rows = qualifications.of_firm(work.session, request.firm_id, actor.utility)
        else:
            rows = qualifications.waiting(work.session, actor.utility)
    today = clock.today()
    return Qualifications(items=[qualification_view(row, firm, today) for row, firm in rows])
