"""Zones as data, where a case goes, and who can be given one."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import from_body
from gateway.api.labels import LabelledCase, labelled
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.zones import (
    ListCaseworkers,
    ListZones,
    RouteCase,
    SetZone,
)
from services.cases.contract.types.zones import Caseworkers, Zones, ZoneSetup

router = resource("operator: zones", *WRITES)
Staff = Annotated[Caller, operator()]
Router = Annotated[Caller, operator("caseworker", "approver", "zone_operator")]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/zones", summary="Every zone with its ranges and polygons")
async def list_zones(caller: Staff) -> Zones:
    return await caller.call(ListZones())


@router.put("/operator/zones/{code}", summary="Make or change a zone")
async def set_zone(
    caller: Administrator, request: Annotated[SetZone, from_body(SetZone, "code")]
) -> ZoneSetup:
    return await caller.call(request)


@router.get("/operator/caseworkers", summary="Whom a case can be given to")
async def list_caseworkers(caller: Staff) -> Caseworkers:
    return await caller.call(ListCaseworkers())


@router.post("/cases/{case_id}/zone", summary="Send a case to another zone")
async def route_case(
    caller: Router, request: Annotated[RouteCase, from_body(RouteCase, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)
