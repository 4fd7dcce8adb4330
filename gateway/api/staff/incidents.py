"""The duty centre's list, and who is rung."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.notify.contract.operations import (
    AcknowledgeIncident,
    ListIncidents,
    ResolveIncident,
    SetOnCall,
)
from services.notify.contract.types import IncidentRow, Incidents, OnCall

router = resource("operator: incidents", *WRITES)
Staff = Annotated[Caller, operator()]
Duty = Annotated[Caller, operator("duty_officer")]


@router.get("/operator/incidents", summary="Incidents, newest first")
async def list_incidents(caller: Staff, request: Annotated[ListIncidents, Query()]) -> Incidents:
    return await caller.call(request)


@router.post("/operator/incidents/{reference}/actions/ack", summary="Take it")
async def acknowledge_incident(caller: Duty, reference: PathId) -> IncidentRow:
    return await caller.call(AcknowledgeIncident(reference=reference))


@router.post("/operator/incidents/{reference}/actions/resolve", summary="Close it with a note")
async def resolve_incident(
    caller: Duty, request: Annotated[ResolveIncident, from_body(ResolveIncident, "reference")]
) -> IncidentRow:
    return await caller.call(request)


@router.put("/operator/on-call", summary="Who is rung, in order")
async def set_on_call(
    caller: Duty,
    request: Annotated[SetOnCall, from_body(SetOnCall, fill={"utility": lambda c: c.utility})],
) -> OnCall:
    return await caller.call(request)
