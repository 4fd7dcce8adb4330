"""Planned downtime (nedetid): plan it, move it, cancel it; every banner and date follows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.cases.contract.operations.exemptions import GrantExemption, RevokeExemption
from services.cases.contract.operations.freezes import ListFreezes, MoveFreeze, PlanFreeze
from services.chassis.clock import OSLO

router = operator_pages()
Staff = Annotated[Caller, operator()]
Exempter = Annotated[Caller, operator("zone_operator", "approver")]
Administrator = Annotated[Caller, operator("administrator")]
LANGUAGES = ("nb", "nn", "en")


@router.get("/nedetid")
async def show_freezes(request: Request, caller: Staff) -> Response:
    """Every window."""
    return await _freezes(request, caller)


@router.post("/nedetid")
async def plan(request: Request, caller: Administrator) -> Response:
    """A new window."""
    form = await posted(request)
    reason = {code: words for code in LANGUAGES if (words := form.text(f"reason.{code}"))}
    values = {
        "starts_at": _instant(form, "starts_at"),
        "ends_at": _instant(form, "ends_at"),
        "blocks": form.all("blocks"),
        "reason": reason,
        "announce_at": _instant(form, "announce_at"),
    }
    try:
        await keyed(caller, form).call(built(PlanFreeze, values))
    except FAILURES as failure:
        return await _freezes(request, caller, problem_for(caller, failure), form.typed())
    return go("/nedetid")


@router.post("/nedetid/{freeze_id}/unntak")
async def exempt(request: Request, caller: Exempter, freeze_id: str) -> Response:
    """Let one firm, or one case, through."""
    form = await posted(request)
    values = {
        "freeze_id": freeze_id,
        "orgnr": form.text("orgnr") or None,
        "number": form.text("number") or None,
        "reason": form.text("exemption_reason"),
        "ends_at": _instant(form, "exemption_ends_at"),
    }
    try:
        await keyed(caller, form).call(built(GrantExemption, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _freezes(request, caller, problem, form.typed(), f"unntak-{freeze_id}")
    return go("/nedetid")


@router.post("/nedetid/unntak/{exemption_id}/avslutt")
async def revoke(request: Request, caller: Exempter, exemption_id: str) -> Response:
    """The freeze stops them again."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(RevokeExemption(exemption_id=exemption_id))
    except FAILURES as failure:
        return await _freezes(request, caller, problem_for(caller, failure))
    return go("/nedetid")


@router.post("/nedetid/{freeze_id}")
async def move(request: Request, caller: Administrator, freeze_id: str) -> Response:
    """Another beginning or end, or none at all."""
    form = await posted(request)
    values: dict[str, Any] = {"freeze_id": freeze_id}
    if form.text("go") == "cancel":
        values["cancel"] = True
    else:
        values |= {"starts_at": _instant(form, "starts_at"), "ends_at": _instant(form, "ends_at")}
    try:
        await keyed(caller, form).call(built(MoveFreeze, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _freezes(request, caller, problem, form.typed(), f"flytt-{freeze_id}")
    return go("/nedetid")


def _instant(form: Posted, name: str) -> datetime | None:
    """A browser's local date and time is Oslo's, wherever the browser is."""
    try:
        return datetime.fromisoformat(form.text(name)).replace(tzinfo=OSLO)
    except ValueError:
        return None


async def _freezes(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
    tried: str = "",
) -> Response:
    """`tried` names the form that was refused; only it shows what was typed."""
    found = await caller.call(ListFreezes())
    return await page(
        request,
        caller,
        "operator/freezes.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        tried=tried,
        freezes=found.items,
        oslo=OSLO,
    )
