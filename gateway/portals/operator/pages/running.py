"""Drift: messages sent and waiting, and events that could not be handled."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query, Request, Response

from gateway.api.staff.running import HOUSEKEEPING
from gateway.portals.operator import running_words
from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.trail_words import did
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.chassis.messages.housekeeping import ParkedEvent
from services.notify.contract.operations import ListDeliveries

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/drift")
async def show_running(
    request: Request, caller: Administrator, cursor: Annotated[str, Query(max_length=300)] = ""
) -> Response:
    """A service that is away is named, and the rest shown."""
    deliveries, *answers = await asyncio.gather(
        hoped(caller.call(ListDeliveries(cursor=cursor))),
        *(hoped(caller.call(module.ListParked())) for module in HOUSEKEEPING.values()),
    )
    parked: list[tuple[str, ParkedEvent]] = []
    away = []
    for service, answer in zip(HOUSEKEEPING, answers, strict=True):
        if answer is None:
            away.append(service)
        else:
            parked += [(service, event) for event in answer.items]
    return await page(
        request,
        caller,
        "operator/running.html",
        deliveries=deliveries.items if deliveries else None,
        next=deliveries.next if deliveries else None,
        parked=parked,
        away=away,
        words=running_words,
        did=did,
    )


@router.post("/drift/{service}/{event_id}/pa-nytt")
async def replay(request: Request, caller: Administrator, service: str, event_id: str) -> Response:
    """One more round of attempts."""
    if service not in HOUSEKEEPING:
        raise PageNotFound
    form = await posted(request)
    await keyed(caller, form).call(HOUSEKEEPING[service].ReplayParked(event_id=event_id))
    return go("/drift")
