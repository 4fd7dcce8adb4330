"""Running the portal: messages sent, and events no attempt could handle."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import Query, Response

from gateway.api.bodies import PathId
from gateway.api.router import WRITES, resource
from gateway.refusals import PageNotFound
from gateway.rpc import CallFailed
from gateway.session import Caller, operator
from services.cases.contract.operations import housekeeping as cases
from services.chassis.messages import Message
from services.chassis.messages.housekeeping import ParkedEvent
from services.documents.contract import operations as documents
from services.identity.contract.operations import housekeeping as identity
from services.notify.contract import operations as notify
from services.notify.contract.operations import ListDeliveries
from services.notify.contract.types import Deliveries

router = resource("operator: running", *WRITES)
Administrator = Annotated[Caller, operator("administrator")]
HOUSEKEEPING: dict[str, Any] = {
    "identity": identity,
    "cases": cases,
    "documents": documents,
    "notify": notify,
}


class Parked(ParkedEvent):
    """A parked event; `id` names it together with the service that parked it."""

    id: str
    service: str


class AllParked(Message):
    """What is parked in each service; `silent` are those that did not answer."""

    items: list[Parked]
    silent: list[str]


@router.get("/operator/deliveries", summary="Messages sent and waiting, newest first")
async def list_deliveries(
    caller: Administrator, request: Annotated[ListDeliveries, Query()]
) -> Deliveries:
    return await caller.call(request)


@router.get("/operator/parked", summary="Events that wait for an operator")
async def list_parked(caller: Administrator) -> AllParked:
    answers = await asyncio.gather(
        *(caller.call(module.ListParked()) for module in HOUSEKEEPING.values()),
        return_exceptions=True,
    )
    items: list[Parked] = []
    silent: list[str] = []
    for service, answer in zip(HOUSEKEEPING, answers, strict=True):
        if isinstance(answer, CallFailed):
            silent.append(service)
        elif isinstance(answer, BaseException):
            raise answer
        else:
            items += [
                Parked(**dict(event), id=f"{service}.{event.event_id}", service=service)
                for event in answer.items
            ]
    return AllParked(items=items, silent=silent)


@router.post("/operator/parked/{id}/replay", status_code=202, summary="One more round of attempts")
async def replay_parked(caller: Administrator, id: PathId) -> Response:
    service, _, event_id = id.partition(".")
    module = HOUSEKEEPING.get(service)
    if module is None or not event_id:
        raise PageNotFound
    await caller.call(module.ReplayParked(event_id=event_id))
    return Response(status_code=202)
