"""Drafts that several write in: comparing, earlier versions, taking one back."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import PathId, from_body
from gateway.api.labels import LabelledCase, labelled
from gateway.api.router import WRITES, resource
from gateway.session import Contractor
from services.cases.contract.operations.drafts import (
    CompareDraft,
    ListDraftVersions,
    RestoreDraft,
)
from services.cases.contract.types.drafts import DraftComparison, DraftVersions

router = resource("drafts", *WRITES)


@router.post("/cases/{case_id}/form/comparison", summary="What others have saved meanwhile")
async def compare_draft(
    caller: Contractor, request: Annotated[CompareDraft, from_body(CompareDraft, "case_id")]
) -> DraftComparison:
    return await caller.call(request)


@router.get("/cases/{case_id}/form/versions", summary="Versions of a draft, newest first")
async def list_draft_versions(caller: Contractor, case_id: PathId) -> DraftVersions:
    return await caller.call(ListDraftVersions(case_id=case_id))


@router.post("/cases/{case_id}/form/restore", summary="Take a draft back to a version")
async def restore_draft(
    caller: Contractor, request: Annotated[RestoreDraft, from_body(RestoreDraft, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)
