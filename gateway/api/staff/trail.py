"""The audit trails of all services as one."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query

from gateway.api.router import SESSION, resource
from gateway.api.trails import WholeTrail, merged, unless_away
from gateway.session import Caller, operator
from services.cases.contract.operations.privacy import ListTrail as OfCases
from services.chassis.messages.trail import ListTrailRequest, TrailPage
from services.documents.contract.operations import ListTrail as OfDocuments
from services.identity.contract.operations.trail import ListTrail, TrailOf
from services.notify.contract.operations import ListTrail as OfNotify

router = resource("operator: audit", *SESSION)
Reader = Annotated[Caller, operator("administrator", "auditor")]
_OTHERS: dict[TrailOf, type[ListTrailRequest]] = {
    "cases": OfCases,
    "documents": OfDocuments,
    "notify": OfNotify,
}


@router.get("/operator/audit", summary="The audit trails as one, newest first")
async def list_trail(caller: Reader, request: Annotated[ListTrail, Query()]) -> WholeTrail:
    return await whole_trail(caller, request)


async def whole_trail(caller: Caller, request: ListTrail) -> WholeTrail:
    """Identity first: it notes who looks for what, and without it nobody looks."""
    pages: dict[TrailOf, TrailPage | None] = {"identity": await caller.call(request)}
    asked = request.model_dump(exclude={"service"})
    others = [each for each in _OTHERS if request.service in (None, each)]
    answers = [unless_away(caller, _OTHERS[each](**asked)) for each in others]
    pages |= zip(others, await asyncio.gather(*answers), strict=True)
    return merged(pages, request.limit)
