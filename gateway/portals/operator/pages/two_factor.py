"""From when and why everybody logs in with two factors: what people are told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.chassis.clock import OSLO
from services.chassis.norway import start_of_day
from services.identity.contract.operations.utilities import ListUtilities, SetTwoFactorPolicy
from services.identity.contract.types.utilities import TwoFactorPolicy

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]
LANGUAGES = ("nb", "nn", "en")


@router.get("/oppsett/to-trinn")
async def show_policy(request: Request, caller: Administrator) -> Response:
    """As it is."""
    return await _page(request, caller)


@router.post("/oppsett/to-trinn")
async def set_policy(request: Request, caller: Administrator) -> Response:
    """As written; empty words are the portal's own."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(built(SetTwoFactorPolicy, _said(form)))
    except FAILURES as failure:
        return await _page(request, caller, problem_for(caller, failure), form.typed())
    return go("/oppsett/to-trinn")


def _said(form: Posted) -> dict[str, Any]:
    why = {code: words for code in LANGUAGES if (words := form.text(f"why.{code}"))}
    return {"since": _beginning(form.text("since")), "why": why}


def _beginning(day: str) -> datetime | str | None:
    """A day begins at midnight in Oslo; what is none is refused by the contract."""
    if not day:
        return None
    try:
        return start_of_day(date.fromisoformat(day))
    except ValueError:
        return day


async def _page(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = await caller.services.call(ListUtilities(), trace=caller.trace)
    policy = next(
        (view.two_factor for view in found.items if view.utility == caller.utility),
        TwoFactorPolicy(),
    )
    return await page(
        request,
        caller,
        "operator/two_factor.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        policy=policy,
        languages=LANGUAGES,
        oslo=OSLO,
    )
