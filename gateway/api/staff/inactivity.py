"""When unused accounts of the utility rest and are erased."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.utilities import GetInactivityTimes, SetInactivityTimes
from services.identity.contract.types.utilities import InactivityTimes

router = resource("operator: unused accounts", *WRITES)
Staff = Annotated[Caller, operator()]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/inactivity", summary="When unused accounts rest and are erased")
async def get_inactivity_times(caller: Staff) -> InactivityTimes:
    return await caller.call(GetInactivityTimes())


@router.put("/operator/inactivity", summary="Say when; never off")
async def set_inactivity_times(
    caller: Administrator, request: Annotated[SetInactivityTimes, from_body(SetInactivityTimes)]
) -> InactivityTimes:
    return await caller.call(request)
