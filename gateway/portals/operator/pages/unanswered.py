"""Ubesvarte mangelbrev: the overdue list, and closing several after a look at what happens."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.operations.deficiencies import CloseUnansweredCases, ListUnanswered

router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.get("/ubesvarte")
async def show_unanswered(request: Request, caller: Staff) -> Response:
    """Longest overdue first."""
    return await _page(request, caller)


@router.post("/ubesvarte")
async def close_unanswered(request: Request, caller: Staff) -> Response:
    """First what would happen, then the closing of the same list."""
    form = await posted(request)
    chosen = form.all("case_ids")
    preview = form.text("go") != "close"
    values = {"case_ids": chosen, "reason": form.text("reason"), "dry_run": preview}
    try:
        asked = built(CloseUnansweredCases, values)
        report = await keyed(caller, form).call(asked)
    except FAILURES as failure:
        shown = {"problem": problem_for(caller, failure), "typed": form.typed(), "chosen": chosen}
        return await _page(request, caller, **shown)
    return await _page(request, caller, report=report, chosen=chosen, reason=form.text("reason"))


async def _page(request: Request, caller: Caller, **values: Any) -> Response:
    listed = await caller.call(ListUnanswered())
    problem = values.get("problem")
    shown = {"report": None, "chosen": [], "reason": "", **values}
    return await page(
        request,
        caller,
        "operator/unanswered.html",
        status=problem.status if problem else 200,
        rows=listed.items,
        by_case={row.case_id: row for row in listed.items},
        may_close=caller.actor.has("approver"),
        **shown,
    )
