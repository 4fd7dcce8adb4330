"""When unused accounts of the utility rest and are erased."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.identity.contract.operations.utilities import GetInactivityTimes, SetInactivityTimes

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/oppsett/ubrukte-kontoer")
async def show_times(request: Request, caller: Administrator) -> Response:
    """As they are."""
    return await _page(request, caller)


@router.post("/oppsett/ubrukte-kontoer")
async def set_times(request: Request, caller: Administrator) -> Response:
    """As written, within bounds."""
    form = await posted(request)
    said = {name: form.text(name) for name in SetInactivityTimes.model_fields}
    try:
        await keyed(caller, form).call(built(SetInactivityTimes, said))
    except FAILURES as failure:
        return await _page(request, caller, problem_for(caller, failure), form.typed())
    return go("/oppsett")


async def _page(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    return await page(
        request,
        caller,
        "operator/inactivity.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        times=await caller.call(GetInactivityTimes()),
    )
