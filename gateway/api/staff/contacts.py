"""Whom one turns to, as the editor sets it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.zones import SetZoneContact
from services.cases.contract.types.zones import ZoneSetup
from services.notify.contract.operations import ListContacts, RemoveContact, SetContact
from services.notify.contract.types import ContactPoint, ContactPoints, ContactPurpose

router = resource("operator: contact points", *WRITES)
Staff = Annotated[Caller, operator()]
Editor = Annotated[Caller, operator("editor", "administrator")]
EditorOrDuty = Annotated[Caller, operator("editor", "administrator", "duty_officer")]
EditorOrZone = Annotated[Caller, operator("editor", "administrator", "zone_operator")]


@router.get("/operator/contacts", summary="Contact points, with when they were set")
async def list_own_contacts(caller: Staff) -> ContactPoints:
    return await caller.call(ListContacts(utility=caller.utility))


@router.put("/operator/contacts/{purpose}", summary="Set a contact point")
async def set_contact(
    caller: EditorOrDuty, request: Annotated[SetContact, from_body(SetContact, "purpose")]
) -> ContactPoint:
    return await caller.call(request)


@router.delete("/operator/contacts/{purpose}", status_code=204, summary="Take a contact point away")
async def remove_contact(caller: Editor, purpose: ContactPurpose) -> Response:
    await caller.call(RemoveContact(purpose=purpose))
    return Response(status_code=204)


@router.put("/operator/zones/{code}/contact", summary="Say how a zone is reached")
async def set_zone_contact(
    caller: EditorOrZone, request: Annotated[SetZoneContact, from_body(SetZoneContact, "code")]
) -> ZoneSetup:
    return await caller.call(request)
