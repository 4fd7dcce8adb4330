"""Statistikk: what the utility asks for, and why, per case type and form step."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.operator.step_titles import step_titles
from gateway.portals.shared.forms import FAILURES, built, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.operations.deficiencies import GetDeficiencyStatistics

router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.get("/statistikk")
async def show_statistics(
    request: Request,
    caller: Staff,
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """A year back unless a period is chosen; one that makes no sense shows the year and says so."""
    problem = None
    try:
        asked = built(GetDeficiencyStatistics, {"since": since or None, "until": until or None})
        counted = await caller.call(asked)
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        counted = await caller.call(GetDeficiencyStatistics())
    return await page(
        request,
        caller,
        "operator/statistics.html",
        status=problem.status if problem else 200,
        problem=problem,
        counted=counted,
        steps=await step_titles(caller, {row.type for row in counted.items}),
    )
