"""Who handles a case, and in which zone it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response

from gateway.portals.operator.pages.case import case_page
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.operations.zones import RouteCase
from services.cases.contract.types.case import CaseView
from services.chassis.messages import Request as Asked

router = operator_pages()
Staff = Annotated[Caller, operator("caseworker", "approver", "zone_operator")]


@router.post("/saker/{case_id}/fordel")
async def assign(request: Request, caller: Staff, case_id: str) -> Response:
    """To a colleague, or to nobody."""
    form = await posted(request)
    said = {"case_id": case_id, "person_id": form.text("person_id")}
    return await _done(request, caller, form, AssignCase, said)


@router.post("/saker/{case_id}/sone")
async def route(request: Request, caller: Staff, case_id: str) -> Response:
    """To another zone."""
    form = await posted(request)
    said = {"case_id": case_id, "zone": form.text("zone"), "reason": form.text("route_reason")}
    return await _done(request, caller, form, RouteCase, said)


async def _done(
    request: Request,
    caller: Caller,
    form: Posted,
    asked: type[Asked[CaseView]],
    said: dict[str, str],
) -> Response:
    case_id = said["case_id"]
    try:
        await keyed(caller, form).call(built(asked, said))
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        problem = problem_for(caller, failure)
        return await case_page(request, caller, case, problem=problem, typed=form.typed())
    return go(f"/saker/{case_id}")
