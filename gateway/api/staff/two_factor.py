"""From when and why everybody logs in with two factors, as the utility tells it."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.utilities import SetTwoFactorPolicy
from services.identity.contract.types.utilities import TwoFactorPolicy

router = resource("operator: two factors", *WRITES)
Administrator = Annotated[Caller, operator("administrator")]


@router.put("/operator/two-factor", summary="Say from when and why; it opens no way past them")
async def set_two_factor_policy(
    caller: Administrator, request: Annotated[SetTwoFactorPolicy, from_body(SetTwoFactorPolicy)]
) -> TwoFactorPolicy:
    return await caller.call(request)
