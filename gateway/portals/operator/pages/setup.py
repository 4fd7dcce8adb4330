"""What the utility has chosen: when its portal opens, and how a case changes firm."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.cases.contract.operations.rules import GetRules, SetRules
from services.chassis.clock import OSLO

router = operator_pages()
Staff = Annotated[Caller, operator()]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/oppsett")
async def show_setup(request: Request, caller: Staff) -> Response:
    """As it is."""
    return await _page(request, caller)


@router.post("/oppsett")
async def choose(request: Request, caller: Administrator) -> Response:
    """What is left empty stays."""
    form = await posted(request)
    said: dict[str, Any] = {"transfer": form.text("transfer") or None}
    if form.text("opens_at"):
        said["opens_at"] = _instant(form.text("opens_at"))
    try:
        await keyed(caller, form).call(built(SetRules, said))
    except FAILURES as failure:
        return await _page(request, caller, problem_for(caller, failure), form.typed())
    return go("/oppsett")


def _instant(text: str) -> datetime | str:
    """A browser's local date and time is Oslo's; what is none is refused by the contract."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=OSLO)
    except ValueError:
        return text


async def _page(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    rules = await caller.call(GetRules(utility=caller.utility))
    return await page(
        request,
        caller,
        "operator/setup.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        rules=rules,
        oslo=OSLO,
    )
