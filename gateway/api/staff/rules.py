"""What a utility has chosen: when it opens, and how a case changes firm."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.rules import GetRules, SetRules
from services.cases.contract.types.rules import RulesView

router = resource("operator: rules", *WRITES)
Staff = Annotated[Caller, operator()]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/rules", summary="What the utility has chosen")
async def get_rules(caller: Staff) -> RulesView:
    return await caller.call(GetRules(utility=caller.utility))


@router.patch("/operator/rules", summary="Choose; what is not named stays")
async def set_rules(
    caller: Administrator, request: Annotated[SetRules, from_body(SetRules)]
) -> RulesView:
    return await caller.call(request)
