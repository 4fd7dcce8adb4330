"""Whom one turns to: the contact points by purpose, and how each zone is reached."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.cases.contract.operations.zones import ListZones, SetZoneContact
from services.notify.contract.operations import ListContacts, RemoveContact, SetContact
from services.notify.contract.types import ContactPurpose

router = operator_pages()
Staff = Annotated[Caller, operator()]
Editor = Annotated[Caller, operator("editor", "administrator")]
EditorOrDuty = Annotated[Caller, operator("editor", "administrator", "duty_officer")]
EditorOrZone = Annotated[Caller, operator("editor", "administrator", "zone_operator")]
HOME = "/kontaktpunkter"


@router.get("/kontaktpunkter")
async def show_contacts(request: Request, caller: Staff) -> Response:
    """Every purpose, set or not, and every zone."""
    found = await caller.call(ListContacts(utility=caller.utility))
    zones = await caller.call(ListZones())
    points = {point.purpose: point for point in found.items}
    return await page(request, caller, "operator/contacts.html", points=points, zones=zones.items)


@router.get("/kontaktpunkter/soner/{code}")
async def show_zone(request: Request, caller: EditorOrZone, code: str) -> Response:
    """How a zone is reached."""
    return await _zone(request, caller, code)


@router.post("/kontaktpunkter/soner/{code}")
async def set_zone(request: Request, caller: EditorOrZone, code: str) -> Response:
    """As written."""
    form = await posted(request)
    said = {"code": code, **_said(form, "phone", "email")}
    try:
        await keyed(caller, form).call(built(SetZoneContact, said))
    except FAILURES as failure:
        return await _zone(request, caller, code, problem_for(caller, failure), form.typed())
    return go(HOME)


@router.get("/kontaktpunkter/{purpose}")
async def show_contact(request: Request, caller: EditorOrDuty, purpose: ContactPurpose) -> Response:
    """One contact point, to be set."""
    return await _point(request, caller, purpose)


@router.post("/kontaktpunkter/{purpose}")
async def set_contact(request: Request, caller: EditorOrDuty, purpose: ContactPurpose) -> Response:
    """As written."""
    form = await posted(request)
    said = {"purpose": purpose, **_said(form, "name", "phone", "email", "hours")}
    try:
        await keyed(caller, form).call(built(SetContact, said))
    except FAILURES as failure:
        return await _point(request, caller, purpose, problem_for(caller, failure), form.typed())
    return go(HOME)


@router.post("/kontaktpunkter/{purpose}/fjern")
async def remove_contact(request: Request, caller: Editor, purpose: ContactPurpose) -> Response:
    """It is shown nowhere any more."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(RemoveContact(purpose=purpose))
    except FAILURES as failure:
        return await _point(request, caller, purpose, problem_for(caller, failure), form.typed())
    return go(HOME)


def _said(form: Posted, *names: str) -> dict[str, str]:
    return {name: form.text(name) for name in names}


async def _point(
    request: Request,
    caller: Caller,
    purpose: ContactPurpose,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = await caller.call(ListContacts(utility=caller.utility))
    return await page(
        request,
        caller,
        "operator/contact.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        purpose=purpose,
        point=next((point for point in found.items if point.purpose == purpose), None),
    )


async def _zone(
    request: Request,
    caller: Caller,
    code: str,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    zones = await caller.call(ListZones())
    zone = next((zone for zone in zones.items if zone.code == code), None)
    if zone is None:
        raise PageNotFound
    return await page(
        request,
        caller,
        "operator/zone_contact.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        zone=zone,
    )
