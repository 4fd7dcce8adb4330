"""What the firm one acts for has proven."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Contractor
from services.identity.contract.operations.qualifications import (
    DropQualification,
    ListQualifications,
    StateQualification,
)
from services.identity.contract.types.qualifications import Qualifications, QualificationView

router = resource("firm", *WRITES)


@router.get("/firm/qualifications", summary="What the firm has proven, newest first")
async def list_qualifications(caller: Contractor) -> Qualifications:
    return await caller.call(ListQualifications())


@router.post("/firm/qualifications", status_code=201, summary="State one; a registrar verifies it")
async def state_qualification(
    caller: Contractor, request: Annotated[StateQualification, from_body(StateQualification)]
) -> QualificationView:
    return await caller.call(request)


@router.delete("/firm/qualifications/{qualification_id}", status_code=204, summary="Take one back")
async def drop_qualification(caller: Contractor, qualification_id: PathId) -> Response:
    await caller.call(DropQualification(qualification_id=qualification_id))
    return Response(status_code=204)
