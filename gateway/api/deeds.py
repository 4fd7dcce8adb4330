"""What oneself has done in the portal, out of the trails of cases, documents and notify."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query

from gateway.api.router import SESSION, resource
from gateway.api.trails import WholeTrail, merged, unless_away
from gateway.session import Caller, SignedIn
from services.cases.contract.operations.privacy import ListDeeds as OfCases
from services.chassis.messages.trail import ListDeedsRequest, TrailPage
from services.documents.contract.operations import ListDeeds as OfDocuments
from services.identity.contract.operations.trail import TrailOf
from services.notify.contract.operations import ListDeeds as OfNotify

router = resource("me", *SESSION)
_PARTS: dict[TrailOf, type[ListDeedsRequest]] = {
    "cases": OfCases,
    "documents": OfDocuments,
    "notify": OfNotify,
}


@router.get("/me/deeds", summary="What oneself has done, newest first")
async def list_deeds(
    caller: SignedIn,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> WholeTrail:
    return await own_deeds(caller, cursor, limit)


async def own_deeds(caller: Caller, cursor: str, limit: int = 25) -> WholeTrail:
    """What happened with the account itself is told by `ListSecurityEvents`."""
    asked = [
        unless_away(caller, request(cursor=cursor, limit=limit)) for request in _PARTS.values()
    ]
    answers: dict[TrailOf, TrailPage | None] = dict(
        zip(_PARTS, await asyncio.gather(*asked), strict=True)
    )
    return merged(answers, limit)
