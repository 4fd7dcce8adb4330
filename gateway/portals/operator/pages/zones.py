"""Zones: who handles which area, and which caseworker is named on what comes there."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.operator import zone_lines
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.cases.contract.operations.zones import ListCaseworkers, ListZones, SetZone

router = operator_pages()
Staff = Annotated[Caller, operator()]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/soner")
async def show_zones(request: Request, caller: Staff) -> Response:
    """Every zone; an administrator may change them."""
    return await _page(request, caller)


@router.post("/soner")
async def put_zone(request: Request, caller: Administrator) -> Response:
    """Make or change the zone of the code in the form."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(built(SetZone, _asked(form)))
    except FAILURES as failure:
        typed = {**form.typed(), "code": form.text("code")}
        return await _page(request, caller, problem_for(caller, failure), typed)
    return go("/soner")


def _asked(form: Posted) -> dict[str, Any]:
    names = ("code", "name", "email", "phone", "default_caseworker")
    return {
        **{name: form.text(name) for name in names},
        "ranges": zone_lines.ranges(form.text("ranges")),
        "polygons": zone_lines.polygons(form.text("polygons")),
    }


async def _page(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    zones, people = await asyncio.gather(caller.call(ListZones()), caller.call(ListCaseworkers()))
    code = typed["code"] if typed else ""
    return await page(
        request,
        caller,
        "operator/zones.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        at_fault=code if any(zone.code == code for zone in zones.items) else "",
        zones=zones.items,
        caseworkers=people.items,
        as_lines=zone_lines.as_lines,
        as_corners=zone_lines.as_corners,
    )
