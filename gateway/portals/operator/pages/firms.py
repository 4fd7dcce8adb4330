"""The registrar's desk: firms that ask to be let in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.identity.contract.operations.firms import ApproveFirm, GetFirm, ListFirms, RejectFirm

router = operator_pages()
Staff = Annotated[Caller, operator()]
Registrar = Annotated[Caller, operator("firm_registrar")]
STATUSES = ("waiting", "approved", "rejected", "registering")


@router.get("/foretak")
async def show_firms(
    request: Request,
    caller: Staff,
    status: Annotated[str, Query(max_length=20)] = "waiting",
    cursor: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """The queue, oldest waiting first."""
    chosen = status if status in STATUSES else "waiting"
    found = await caller.call(ListFirms.model_validate({"status": chosen, "cursor": cursor}))
    values: dict[str, Any] = {
        "rows": found.items,
        "next": found.next,
        "chosen": chosen,
        "statuses": STATUSES,
    }
    if request.headers.get("hx-request"):
        return fragment(request, caller, "operator/parts/firm_list.html", **values)
    return await page(request, caller, "operator/firms.html", **values)


@router.get("/foretak/{firm_id}")
async def show_firm(request: Request, caller: Staff, firm_id: str) -> Response:
    """One firm: what it says of itself, what the register says, who its people are."""
    return await _firm(request, caller, firm_id)


@router.post("/foretak/{firm_id}/godkjenn")
async def approve(request: Request, caller: Registrar, firm_id: str) -> Response:
    """The firm is let in and told."""
    form = await posted(request)
    try:
        asked = built(ApproveFirm, {"firm_id": firm_id, "note": form.text("note")})
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _firm(request, caller, firm_id, problem_for(caller, failure))
    return go(f"/foretak/{firm_id}")


@router.post("/foretak/{firm_id}/avvis")
async def reject(request: Request, caller: Registrar, firm_id: str) -> Response:
    """The firm is told why not."""
    form = await posted(request)
    try:
        asked = built(RejectFirm, {"firm_id": firm_id, "reason": form.text("reason")})
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _firm(request, caller, firm_id, problem_for(caller, failure))
    return go(f"/foretak/{firm_id}")


async def _firm(
    request: Request, caller: Caller, firm_id: str, problem: Problem | None = None
) -> Response:
    firm = await caller.call(GetFirm(firm_id=firm_id))
    return await page(
        request,
        caller,
        "operator/firm.html",
        status=problem.status if problem else 200,
        problem=problem,
        firm=firm,
    )
