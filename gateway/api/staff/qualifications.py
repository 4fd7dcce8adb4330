"""Proofs that wait for a registrar."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.qualifications import (
    ListQualifications,
    RefuseQualification,
    VerifyQualification,
)
from services.identity.contract.types.qualifications import Qualifications, QualificationView

router = resource("operator: firms", *WRITES)
Staff = Annotated[Caller, operator()]
Registrar = Annotated[Caller, operator("firm_registrar")]


@router.get("/operator/qualifications", summary="What waits, oldest first; or a firm's")
async def list_firms_qualifications(
    caller: Staff, request: Annotated[ListQualifications, Query()]
) -> Qualifications:
    return await caller.call(request)


@router.post("/operator/qualifications/{qualification_id}/verify", summary="The proof holds")
async def verify_qualification(caller: Registrar, qualification_id: PathId) -> QualificationView:
    return await caller.call(VerifyQualification(qualification_id=qualification_id))


@router.post("/operator/qualifications/{qualification_id}/refuse", summary="It does not, and why")
async def refuse_qualification(
    caller: Registrar,
    request: Annotated[RefuseQualification, from_body(RefuseQualification, "qualification_id")],
) -> QualificationView:
    return await caller.call(request)
