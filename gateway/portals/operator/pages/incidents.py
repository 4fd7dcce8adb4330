"""The duty centre: what has been reported, who has taken it, what became of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.notify.contract.operations import (
    AcknowledgeIncident,
    ListIncidents,
    ResolveIncident,
)

router = operator_pages()
Staff = Annotated[Caller, operator()]
Duty = Annotated[Caller, operator("duty_officer")]


@router.get("/hendelser")
async def show_incidents(request: Request, caller: Staff, vis: str = "apne") -> Response:
    """Open ones first of all."""
    return await _incidents(request, caller, vis)


@router.post("/hendelser/{reference}/kvitter")
async def acknowledge(request: Request, caller: Duty, reference: str) -> Response:
    """The duty officer takes it; nobody more is rung."""
    form = await posted(request)
    await keyed(caller, form).call(AcknowledgeIncident(reference=reference))
    return go("/hendelser")


@router.post("/hendelser/{reference}/lukk")
async def resolve(request: Request, caller: Duty, reference: str) -> Response:
    """Closed with a note of what was done."""
    form = await posted(request)
    try:
        asked = built(ResolveIncident, {"reference": reference, "note": form.text("note")})
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _incidents(request, caller, "apne", problem_for(caller, failure))
    return go("/hendelser")


async def _incidents(
    request: Request, caller: Caller, vis: str, problem: Problem | None = None
) -> Response:
    found = await caller.call(ListIncidents(open_only=vis != "alle"))
    values: dict[str, Any] = {
        "rows": found.items,
        "vis": "alle" if vis == "alle" else "apne",
        "on_duty": caller.actor.has("duty_officer"),
    }
    if request.headers.get("hx-request"):
        return fragment(request, caller, "operator/parts/incident_list.html", **values)
    return await page(
        request,
        caller,
        "operator/incidents.html",
        status=problem.status if problem else 200,
        problem=problem,
        **values,
    )
