"""The overview: what waits, what has been looked at, saved filters, and the list as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from fastapi.responses import StreamingResponse

from gateway.api.bodies import PathId, from_body
from gateway.api.case_file import MEDIA_TYPE, case_lines
from gateway.api.router import SESSION, WRITES, problems, resource
from gateway.session import Contractor, SignedIn
from services.cases.contract.operations.overview import (
    DropView,
    ExportCases,
    GetOverview,
    ListViews,
    MarkCaseSeen,
    SaveView,
)
from services.cases.contract.types.overview import (
    CaseFilters,
    Overview,
    SavedViews,
    SavedViewView,
)

router = resource("overview", *SESSION)


@router.get("/overview", summary="What waits for the firm, and what is new")
async def get_overview(caller: Contractor) -> Overview:
    return await caller.call(GetOverview())


@router.get(
    "/cases.csv",
    summary="The list as a file for a spreadsheet",
    response_class=StreamingResponse,
    responses={200: {"content": {MEDIA_TYPE: {}}}},
)
async def export_cases(
    caller: SignedIn, filters: Annotated[CaseFilters, Query()]
) -> StreamingResponse:
    asked = ExportCases.model_validate(filters.model_dump())
    first = await caller.call(asked)  # a refusal is an answer; later ones break the download off
    return StreamingResponse(
        case_lines(caller, asked, first),
        media_type=MEDIA_TYPE,
        headers={"Content-Disposition": 'attachment; filename="saker.csv"'},
    )


@router.post(
    "/cases/{case_id}/seen",
    status_code=204,
    summary="One has looked at the case",
    responses=problems(*WRITES),
)
async def mark_case_seen(caller: SignedIn, case_id: PathId) -> None:
    await caller.call(MarkCaseSeen(case_id=case_id))


@router.get("/saved-views", summary="One's own saved views")
async def list_views(caller: SignedIn) -> SavedViews:
    return await caller.call(ListViews())


@router.post("/saved-views", status_code=201, summary="Save filters", responses=problems(*WRITES))
async def save_view(
    caller: SignedIn, request: Annotated[SaveView, from_body(SaveView)]
) -> SavedViewView:
    return await caller.call(request)


@router.delete(
    "/saved-views/{view_id}", status_code=204, summary="Forget one", responses=problems(*WRITES)
)
async def drop_view(caller: SignedIn, view_id: PathId) -> None:
    await caller.call(DropView(view_id=view_id))
