"""Cases: drafts, overview, one case, its progress. What can be done to one is in `actions`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.labels import LabelledCase, labelled
from gateway.api.router import WRITES, resource
from gateway.session import Contractor, SignedIn
from services.cases.contract.operations.deficiencies import GetSubmissions
from services.cases.contract.operations.drafts import CheckCase, CreateCase, SaveForm
from services.cases.contract.operations.publishing import RenewDraft
from services.cases.contract.operations.reading import GetCase, GetTimeline, ListCases
from services.cases.contract.types.case import CasePage, Timeline
from services.cases.contract.types.deficiencies import Submissions
from services.cases.contract.types.forms import CheckView

router = resource("cases", *WRITES)


@router.post("/cases", status_code=201, summary="Begin a draft")
async def create_case(
    caller: Contractor, request: Annotated[CreateCase, from_body(CreateCase)]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)


@router.get("/cases", summary="The firm's overview, or the utility's queue")
async def list_cases(caller: SignedIn, request: Annotated[ListCases, Query()]) -> CasePage:
    return await caller.call(request)


@router.get("/cases/{case_id}", summary="One case with what can be done now")
async def get_case(caller: SignedIn, case_id: PathId) -> LabelledCase:
    return labelled(await caller.call(GetCase(case_id=case_id)), caller.language)


@router.patch("/cases/{case_id}/form", summary="Autosave of a draft")
async def save_form(
    caller: Contractor, request: Annotated[SaveForm, from_body(SaveForm, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)


@router.post("/cases/{case_id}/form/renew", summary="Take a draft over to the newest version")
async def renew_draft(
    caller: Contractor, request: Annotated[RenewDraft, from_body(RenewDraft, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)


@router.get("/cases/{case_id}/check", summary="What is missing before it can be submitted")
async def check_case(caller: Contractor, case_id: PathId) -> CheckView:
    return await caller.call(CheckCase(case_id=case_id))


@router.get("/cases/{case_id}/timeline", summary="The progress of the case")
async def get_timeline(caller: SignedIn, case_id: PathId) -> Timeline:
    return await caller.call(GetTimeline(case_id=case_id))


@router.get(
    "/cases/{case_id}/submissions",
    summary="Versions of what was sent in, with what changed field by field and file by file",
)
async def get_submissions(caller: SignedIn, case_id: PathId) -> Submissions:
    return await caller.call(GetSubmissions(case_id=case_id))
