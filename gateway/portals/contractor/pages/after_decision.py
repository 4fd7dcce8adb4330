"""After the answer: appealing it, and telling that the approved work has begun."""

from __future__ import annotations

from dataclasses import replace

from fastapi import Request, Response

from gateway.api.patience import patiently
from gateway.portals.contractor.pages.case import case_page
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.uploads import take_in
from gateway.session import Caller, Contractor
from services.cases.contract.operations.appeals import AppealDecision, WithdrawAppeal
from services.cases.contract.operations.endings import ReportStart
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.chassis.messages import Request as Asked

router = contractor_pages()
KIND = "ANNET"
"""The kind of a file sent with an appeal."""


@router.post("/saker/{case_id}/klage")
async def appeal(request: Request, caller: Contractor, case_id: str) -> Response:
    """The appeal with its files; what was written is kept when something is wrong."""
    form = await posted(request)
    caller = keyed(caller, form)
    case = await caller.call(GetCase(case_id=case_id))
    try:
        values = {"case_id": case_id, "text": form.text("text")}
        built(AppealDecision, values)
        documents = await _taken_in(request, caller, case, form)
        asked = built(AppealDecision, {**values, "document_ids": documents})
        await patiently(caller, asked, "DocumentNotReady")
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await case_page(request, caller, case, problem, form.typed(), tried="klage")
    return go(f"/saker/{case_id}#status")


@router.post("/saker/{case_id}/trekk-klage")
async def withdraw_appeal(request: Request, caller: Contractor, case_id: str) -> Response:
    """The decision stands."""
    return await _moved(request, caller, case_id, WithdrawAppeal(case_id=case_id))


@router.post("/saker/{case_id}/oppstart")
async def report_start(request: Request, caller: Contractor, case_id: str) -> Response:
    """The approval does not lapse any more."""
    return await _moved(request, caller, case_id, ReportStart(case_id=case_id))


async def _moved(
    request: Request, caller: Caller, case_id: str, asked: Asked[CaseView]
) -> Response:
    form = await posted(request)
    try:
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        return await case_page(request, caller, case, problem_for(caller, failure), form.typed())
    return go(f"/saker/{case_id}#status")


async def _taken_in(request: Request, caller: Caller, case: CaseView, form: Posted) -> list[str]:
    documents = []
    for at, file in enumerate(form.files("files")):
        own = replace(caller, key=f"{caller.key}.{at}")
        taken = await take_in(request, own, file, case_id=case.case_id, kind=KIND)
        documents.append(taken.document_id)
    return documents
