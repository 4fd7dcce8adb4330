"""Somebody looks at a firm: their own, or a registrar any of the utility's."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotFound
from services.identity.contract.operations.firms import GetFirm
from services.identity.contract.types.firms import FirmView
from services.identity.domain import access
from services.identity.steps.firm_page import firm_page
from services.identity.store import firms


def get_firm(request: GetFirm, work: Work) -> FirmView:
    """Profile, status and contacts; its people for registrars and its own administrators only.

    Raises FirmNotFound for a firm of another utility and for another's firm, NotForYou for staff
    without the role.
    """
    actor = work.actor
    if actor.audience == "operator":
        access.ensure_may_read_firms(actor)
    elif request.firm_id != actor.firm_id:
        raise FirmNotFound
    firm, known = firms.known(work.session, request.firm_id, actor.utility)
    sees_people = actor.audience == "operator" or actor.has("firm_admin")
    return firm_page(work, firm, known, with_people=sees_people)
