"""Somebody sends a case to another zone, or out of the hand-distributed ones."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import ActionNotOpen
from services.cases.contract.events.routing import CaseRouted
from services.cases.contract.operations.zones import RouteCase
from services.cases.contract.types.case import CaseView
from services.cases.domain.handover import ENDED
from services.cases.store import access, cases, known, moves, zones
from services.cases.views import case_view
from services.chassis.db.work import Work


def route_case(request: RouteCase, work: Work) -> CaseView:
    """A case nobody has taken yet gets the new zone's caseworker; one being handled keeps its own.

    Raises CaseNotFound, RoleMissing, ActionNotOpen when it has ended, NoSuchZone.
    """
    case = cases.locked(work, request.case_id)
    access.ensure(work.actor, "caseworker", "approver", "zone_operator")
    if case.status in ENDED:
        raise ActionNotOpen(action="route_case", status=case.status, reason="status")
    zones.ensure_known(work.session, case.utility, request.zone)
    if request.zone == case.zone:
        return case_view(work, case)
    facts = {"from": case.zone, "to": request.zone, "reason": request.reason}
    case.zone = request.zone
    if case.status == "received":
        known.name_default(work.session, case)
    moves.note(work, case, "route", facts)
    zone = zones.contact(work.session, case.utility, case.zone)
    work.emit(events.of_case(CaseRouted, case, zone=zone))
    return case_view(work, case)
