"""Freeze windows (nedetid): planned, moved, cancelled."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.exemptions import GrantExemption, RevokeExemption
from services.cases.contract.operations.freezes import ListFreezes, MoveFreeze, PlanFreeze
from services.cases.contract.types.exemptions import ExemptionView
from services.cases.contract.types.freezes import FreezeView, FreezeWindows

router = resource("operator: freeze windows", *WRITES)
Staff = Annotated[Caller, operator()]
Exempter = Annotated[Caller, operator("zone_operator", "approver")]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/freeze-windows", summary="Every freeze of the utility")
async def list_freezes(caller: Staff) -> FreezeWindows:
    return await caller.call(ListFreezes())


@router.post("/operator/freeze-windows", status_code=201, summary="Plan a freeze")
async def plan_freeze(
    caller: Administrator, request: Annotated[PlanFreeze, from_body(PlanFreeze)]
) -> FreezeView:
    return await caller.call(request)


@router.patch("/operator/freeze-windows/{freeze_id}", summary="Move or cancel a freeze")
async def move_freeze(
    caller: Administrator, request: Annotated[MoveFreeze, from_body(MoveFreeze, "freeze_id")]
) -> FreezeView:
    return await caller.call(request)


@router.post(
    "/operator/freeze-windows/{freeze_id}/exemptions",
    status_code=201,
    summary="Let one firm or one case through a freeze",
)
async def grant_exemption(
    caller: Exempter, request: Annotated[GrantExemption, from_body(GrantExemption, "freeze_id")]
) -> ExemptionView:
    return await caller.call(request)


@router.delete("/operator/exemptions/{exemption_id}", status_code=204, summary="Take one back")
async def revoke_exemption(caller: Exempter, exemption_id: PathId) -> Response:
    await caller.call(RevokeExemption(exemption_id=exemption_id))
    return Response(status_code=204)
