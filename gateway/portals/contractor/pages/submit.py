"""The summary before a case is sent in, the sending, and the receipt."""

from __future__ import annotations

import asyncio

from fastapi import Request, Response

from gateway.api.patience import patiently
from gateway.portals.contractor.step_page import is_recent
from gateway.portals.shared.case_type import type_of
from gateway.portals.shared.form_answers import answered
from gateway.portals.shared.forms import FAILURES, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.rpc import RemoteRefusal
from gateway.session import Caller, Contractor
from services.cases.contract.operations.drafts import CheckCase, SubmitCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.chassis.messages import FieldError
from services.documents.contract.operations import ListDocuments

router = contractor_pages()


@router.get("/saker/{case_id}/oppsummering")
async def show_summary(request: Request, caller: Contractor, case_id: str) -> Response:
    """Everything that will be sent, and what is missing."""
    case = await caller.call(GetCase(case_id=case_id))
    if case.status != "draft":
        return go(f"/saker/{case_id}")
    return await _summary(request, caller, case)


@router.post("/saker/{case_id}/send-inn")
async def submit(request: Request, caller: Contractor, case_id: str) -> Response:
    """Send it; what stands in the way is shown where it can be put right."""
    form = await posted(request)
    version = form.text("version")
    asked = SubmitCase(case_id=case_id, version=int(version) if version.isdigit() else None)
    try:
        await patiently(keyed(caller, form), asked, "DocumentNotReady")
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        if case.status != "draft":
            return go(f"/saker/{case_id}/kvittering")
        return await _summary(request, caller, case, problem_for(caller, failure))
    return go(f"/saker/{case_id}/kvittering")


@router.get("/saker/{case_id}/kvittering")
async def show_receipt(request: Request, caller: Contractor, case_id: str) -> Response:
    """The case number, and what happens now."""
    case = await caller.call(GetCase(case_id=case_id))
    if case.status == "draft":
        return go(f"/saker/{case_id}")
    documents = await hoped(caller.call(ListDocuments(case_id=case_id)))
    receipt = [each for each in documents.items if each.letter == "receipt"] if documents else []
    return await page(
        request,
        caller,
        "contractor/receipt.html",
        case=case,
        receipt=receipt[0] if receipt else None,
    )


async def _summary(
    request: Request, caller: Caller, case: CaseView, problem: Problem | None = None
) -> Response:
    case_type, check, documents = await asyncio.gather(
        type_of(caller, case),
        caller.call(CheckCase(case_id=case.case_id)),
        hoped(patiently(caller, ListDocuments(case_id=case.case_id), "CaseUnknown")),
    )
    errors = [
        FieldError(field=found.field, code=found.code, facts=found.facts)
        for found in check.problems
    ]
    missing = problem_for(caller, RemoteRefusal("FormIncomplete", "invalid", errors=errors))
    known = {each.document_id: each for each in documents.items} if documents else {}
    steps_of = {view.name: step.key for step in case_type.steps for view in step.fields}
    return await page(
        request,
        caller,
        "contractor/summary.html",
        status=problem.status if problem else 200,
        problem=problem,
        case=case,
        type=case_type,
        steps=answered(case_type, case.values, known),
        complete=check.complete,
        duplicates=check.duplicates,
        is_recent=is_recent,
        steps_complete=check.steps_complete,
        missing=missing.errors,
        labels={view.name: view.label for step in case_type.steps for view in step.fields},
        step_of={
            error.field: steps_of.get(error.field.partition(".")[0], "") for error in missing.errors
        },
    )
