"""A case as its firm sees it: where the ball is, what to do next, what has happened."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.shared.case_around import CaseAround, around, with_around
from gateway.portals.shared.case_type import fields_of, type_of
from gateway.portals.shared.dialogue import mark_seen
from gateway.portals.shared.form_answers import answered
from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.seen import seen
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from services.cases.contract.operations.drafts import CheckCase, WithdrawCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView

router = contractor_pages()


@router.get("/saker/{case_id}")
async def show_case(request: Request, caller: Contractor, case_id: str) -> Response:
    """A draft goes on where it was left; a case that was sent in has this page."""
    case, beside = await with_around(caller, case_id)
    if case.status == "draft":
        return await _resume(caller, case)
    return seen(await case_page(request, caller, case, beside=beside), caller, case_id)


@router.get("/saker/{case_id}/del")
async def show_parts(
    request: Request,
    caller: Contractor,
    case_id: str,
    items: Annotated[str, Query(max_length=2000)] = "",
) -> Response:
    """What has changed, put in place in the open page; an answer being written is left alone."""
    case, beside = await with_around(caller, case_id)
    values = await _values(caller, case, beside)
    same = values["signature"] == items
    return fragment(
        request, caller, "contractor/parts/case_changed.html", with_items=not same, **values
    )


@router.post("/saker/{case_id}/trekk")
async def withdraw(request: Request, caller: Contractor, case_id: str) -> Response:
    """The firm takes the case back."""
    form = await posted(request)
    try:
        asked = built(WithdrawCase, {"case_id": case_id, "reason": form.text("reason")})
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        return await case_page(request, caller, case, problem_for(caller, failure), form.typed())
    return go(f"/saker/{case_id}")


async def case_page(
    request: Request,
    caller: Caller,
    case: CaseView,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
    *,
    tried: str = "",
    beside: CaseAround | None = None,
) -> Response:
    """The whole page; `beside` when it has been asked for already."""
    values = await _values(caller, case, beside or await around(caller, case.case_id))
    case_type = await type_of(caller, case)
    await mark_seen(caller, case.case_id, values["dialogue"])
    return await page(
        request,
        caller,
        "contractor/case.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        type=case_type,
        steps=answered(case_type, case.values, values["by_id"]),
        with_items=True,
        **{**values, "tried": tried},
    )


def signature_of(case: CaseView) -> str:
    """Changes when what the firm is asked for changes, and only then."""
    return "-".join(
        f"{letter.number}{item.number}{item.state}"
        for letter in case.deficiencies
        for item in letter.items
    )


async def _values(caller: Caller, case: CaseView, beside: CaseAround) -> dict[str, Any]:
    case_type = await type_of(caller, case)
    return {
        "case": case,
        "timeline": beside.timeline,
        "dialogue": beside.dialogue,
        "may_write": case.standing in ("applicant", "contribute")
        and caller.actor.has("firm_admin", "applicant", "field_worker"),
        "documents": beside.documents,
        "fields": fields_of(case_type),
        "by_id": beside.by_id,
        "actions": {action.name: action for action in case.actions},
        "signature": signature_of(case),
        "tried": "",
    }


async def _resume(caller: Caller, case: CaseView) -> Response:
    """The first step that is not complete, else the summary."""
    case_type, check = await asyncio.gather(
        type_of(caller, case), hoped(caller.call(CheckCase(case_id=case.case_id)))
    )
    complete = check.steps_complete if check else []
    for step in case_type.steps:
        if step.key not in complete:
            return go(f"/saker/{case.case_id}/skjema/{step.key}")
    return go(f"/saker/{case.case_id}/oppsummering")
