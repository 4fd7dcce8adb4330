"""The registrar's desk: firms that wait, and those let in."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.documents.contract.operations import ListFirmLetters
from services.documents.contract.types import DocumentList
from services.identity.contract.operations.firms import (
    ApproveFirm,
    GetFirm,
    LiftSuspension,
    ListFirms,
    MergeFirm,
    RejectFirm,
    SuspendFirm,
)
from services.identity.contract.types.firms import FirmPage, FirmView

router = resource("operator: firms", *WRITES)
Staff = Annotated[Caller, operator()]
Reader = Annotated[Caller, operator("firm_registrar", "administrator", "auditor")]
Registrar = Annotated[Caller, operator("firm_registrar")]


@router.get("/operator/firms", summary="Firms by status, longest waiting first")
async def list_firms(caller: Staff, request: Annotated[ListFirms, Query()]) -> FirmPage:
    return await caller.call(request)


@router.get("/operator/firms/{firm_id}", summary="One firm")
async def get_firm(caller: Staff, firm_id: PathId) -> FirmView:
    return await caller.call(GetFirm(firm_id=firm_id))


@router.get("/operator/firms/{firm_id}/letters", summary="Decisions about it as letters")
async def list_letters(caller: Reader, firm_id: PathId) -> DocumentList:
    return await caller.call(ListFirmLetters(firm_id=firm_id))


@router.post("/operator/firms/{firm_id}/approve", summary="Let the firm in")
async def approve_firm(
    caller: Registrar, request: Annotated[ApproveFirm, from_body(ApproveFirm, "firm_id")]
) -> FirmView:
    return await caller.call(request)


@router.post("/operator/firms/{firm_id}/reject", summary="Say no, with a reason")
async def reject_firm(
    caller: Registrar, request: Annotated[RejectFirm, from_body(RejectFirm, "firm_id")]
) -> FirmView:
    return await caller.call(request)


@router.post("/operator/firms/{firm_id}/suspend", summary="Stop the firm, with a reason")
async def suspend_firm(
    caller: Registrar, request: Annotated[SuspendFirm, from_body(SuspendFirm, "firm_id")]
) -> FirmView:
    return await caller.call(request)


@router.post("/operator/firms/{firm_id}/lift", summary="Let a stopped firm go on")
async def lift_suspension(
    caller: Registrar, request: Annotated[LiftSuspension, from_body(LiftSuspension, "firm_id")]
) -> FirmView:
    return await caller.call(request)


@router.post("/operator/firms/{firm_id}/merge", summary="Make it one with another firm")
async def merge_firm(
    caller: Registrar, request: Annotated[MergeFirm, from_body(MergeFirm, "firm_id")]
) -> FirmView:
    return await caller.call(request)
