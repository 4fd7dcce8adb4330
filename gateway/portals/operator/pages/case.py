"""A case as the utility's people see it: what was sent in, and every move open to them."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.operator.case_forms import ALTERNATIVES, FORMS, missing_rows
from gateway.portals.operator.routing_choices import choices
from gateway.portals.operator.targets import targets_of
from gateway.portals.shared.case_around import CaseAround, around, with_around
from gateway.portals.shared.case_type import fields_of, type_of
from gateway.portals.shared.dialogue import mark_seen
from gateway.portals.shared.form_answers import answered
from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.seen import seen
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.chassis import clock
from services.chassis.norway import add_weeks

USUAL_WEEKS = 3
"""What a firm is usually given to answer a deficiency letter."""
router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.get("/saker/{case_id}")
async def show_case(request: Request, caller: Staff, case_id: str) -> Response:
    """The whole case."""
    case, beside = await with_around(caller, case_id)
    return seen(await case_page(request, caller, case, beside=beside), caller, case_id)


@router.get("/saker/{case_id}/del")
async def show_parts(
    request: Request,
    caller: Staff,
    case_id: str,
    items: Annotated[str, Query(max_length=2000)] = "",
) -> Response:
    """What has changed; forms being written are left alone while the status is the same."""
    case, beside = await with_around(caller, case_id)
    values = await _values(caller, case, beside)
    same = values["signature"] == items
    return fragment(
        request, caller, "operator/parts/case_changed.html", with_moves=not same, **values
    )


@router.post("/saker/{case_id}/{move}")
async def make_move(request: Request, caller: Staff, case_id: str, move: str) -> Response:
    """One move of the lifecycle; a refusal shows the page again with what was written."""
    if move not in FORMS:
        raise PageNotFound
    form = await posted(request)
    usual, read = FORMS[move]
    asked = ALTERNATIVES.get((move, form.text("go")), usual)
    if form.text("go") == "add":
        case = await caller.call(GetCase(case_id=case_id))
        rows = [*missing_rows(form), {}]
        return await case_page(request, caller, case, typed=form.typed(), rows=rows)
    try:
        await keyed(caller, form).call(built(asked, {"case_id": case_id, **read(form)}))
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        return await case_page(
            request,
            caller,
            case,
            problem=problem_for(caller, failure),
            typed=form.typed(),
            rows=missing_rows(form) or [{}],
            tried=move,
        )
    return go(f"/saker/{case_id}")


async def case_page(
    request: Request,
    caller: Caller,
    case: CaseView,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
    rows: list[dict[str, str]] | None = None,
    tried: str = "",
    beside: CaseAround | None = None,
) -> Response:
    """The whole page; `tried` is the move whose form is shown open again."""
    values = await _values(caller, case, beside or await around(caller, case.case_id))
    case_type, routing = await asyncio.gather(type_of(caller, case), choices(caller))
    await mark_seen(caller, case.case_id, values["dialogue"])
    return await page(
        request,
        caller,
        "operator/case.html",
        routing=routing,
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        steps=answered(case_type, case.values, values["by_id"]),
        type=case_type,
        **{
            **values,
            "rows": rows or values["rows"],
            "tried": tried or ("mangelbrev" if rows else ""),
        },
    )


async def _values(caller: Caller, case: CaseView, beside: CaseAround) -> dict[str, Any]:
    case_type = await type_of(caller, case)
    return {
        "case": case,
        "targets": targets_of(case_type, beside.documents or []),
        "timeline": beside.timeline,
        "dialogue": beside.dialogue,
        "may_write": caller.actor.has("caseworker", "approver", "zone_operator"),
        "documents": beside.documents,
        "fields": fields_of(case_type),
        "by_id": beside.by_id,
        "actions": {action.name: action for action in case.actions},
        "signature": f"{case.status}-{case.sequence if case.status == 'supplemented' else 0}",
        "rows": [item.model_dump() for item in case.prepared.missing] if case.prepared else [{}],
        "default_due": _due_on(case),
        "tried": "",
    }


def _due_on(case: CaseView) -> str:
    written = case.prepared.due_on if case.prepared else None
    return (written or add_weeks(clock.today(), USUAL_WEEKS)).isoformat()
