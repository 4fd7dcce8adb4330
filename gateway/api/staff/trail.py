"""The audit trail of people."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.router import SESSION, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.trail import ListTrail
from services.identity.contract.types.trail import TrailPage

router = resource("operator: audit", *SESSION)
Reader = Annotated[Caller, operator("administrator", "auditor")]


@router.get("/operator/audit", summary="The audit trail of people, newest first")
async def list_trail(caller: Reader, request: Annotated[ListTrail, Query()]) -> TrailPage:
    return await caller.call(request)
