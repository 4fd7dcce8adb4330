"""Twilio's Calls resource: call, fetch, list, hang up.

https://www.twilio.com/docs/voice/api/call-resource
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from .ids import new_sid
from .message import Call
from .parties import is_phone, shown
from .twilio_http import Form, Refused, SentForm, authenticated, created, meet, moment
from .twilio_http import not_found as missing
from .twilio_http import page as one_page
from .world import TheWorld

EVENTS = {"initiated", "ringing", "answered", "completed"}

router = APIRouter(
    prefix="/2010-04-01/Accounts/{account_sid}", dependencies=[authenticated], tags=["Twilio"]
)


@router.post("/Calls.json")
async def call(form: SentForm, world: TheWorld) -> Response:
    """Ring someone. Refuses as the vendor does: 21201, 21205, 21211-21213, 20429 when full."""
    new = _read(form)
    first, inline = form.hook("Url", 21205), form.get("Twiml")
    fallback = form.hook("FallbackUrl", 21205)
    if first is None and not inline:
        raise Refused(400, 21205, "Url parameter is required.")
    fault = world.fault_for("call", new.to)
    await meet(fault)
    if world.exchange.full:
        raise Refused(429, 20429, "Too Many Requests")
    resource = view(new, world.settings.account_sid)
    new.arrived = fault is None or fault.mode != "accept-then-drop"
    world.ledger.add(new)
    world.metrics.messages.labels("call").inc()
    if new.arrived:
        world.exchange.dial(
            new,
            first=first,
            inline=inline,
            fallback=fallback,
            ring_for=_seconds(form.get("Timeout"), 60.0),
            fault=fault,
        )
    return created(fault, resource)


@router.get("/Calls.json")
async def listed(
    request: Request,
    world: TheWorld,
    *,
    to: Annotated[str, Query(alias="To")] = "",
    status: Annotated[str, Query(alias="Status")] = "",
    size: Annotated[int, Query(alias="PageSize", ge=1, le=1000)] = 50,
    index: Annotated[int, Query(alias="Page", ge=0)] = 0,
) -> dict[str, Any]:
    """Calls newest first, to a number or with a status."""
    found = [
        view(message, world.settings.account_sid)
        for message in world.ledger.accepted()
        if isinstance(message, Call) and to in {"", message.to} and status in {"", message.status}
    ]
    return one_page(request, "calls", found, index, size)


@router.get("/Calls/{sid}.json")
async def fetched(sid: str, request: Request, world: TheWorld) -> dict[str, Any]:
    """One call as it stands now."""
    return view(_found(sid, request, world), world.settings.account_sid)


@router.post("/Calls/{sid}.json")
async def changed(sid: str, request: Request, form: SentForm, world: TheWorld) -> dict[str, Any]:
    """End a call: ``canceled`` before it is answered, ``completed`` at any time."""
    found = _found(sid, request, world)
    status = form.get("Status")
    if status not in {"canceled", "completed"}:
        raise Refused(400, 21220, f"Unable to update the call to status '{status}'")
    if status == "completed" or found.answered_at is None:
        await world.exchange.hang_up(sid, status)
    return view(found, world.settings.account_sid)


def _found(sid: str, request: Request, world: TheWorld) -> Call:
    message = world.ledger.get(sid)
    if not isinstance(message, Call):
        raise missing(request)
    return message


def _read(form: Form) -> Call:
    to, sender = form.get("To"), form.get("From")
    if not to:
        raise Refused(400, 21201, "No 'To' number is specified")
    if not is_phone(to):
        raise Refused(400, 21211, f"Invalid 'To' Phone Number: {to}")
    if not sender:
        raise Refused(400, 21213, "A 'From' phone number is required.")
    if not is_phone(sender):
        raise Refused(400, 21212, f"Invalid 'From' Phone Number: {sender}")
    return Call(
        id=new_sid("CA"),
        to=to,
        sender=sender,
        status="queued",
        callback=form.hook("StatusCallback", 21205),
        events=[each for each in form.all("StatusCallbackEvent") if each in EVENTS]
        or ["completed"],
    )


def _seconds(text: str, otherwise: float) -> float:
    return float(text) if text.isdecimal() else otherwise


def view(call: Call, account_sid: str) -> dict[str, Any]:
    """The resource with the vendor's field names."""
    uri = f"/2010-04-01/Accounts/{account_sid}/Calls/{call.id}"
    return {
        "account_sid": account_sid,
        "annotation": None,
        "answered_by": None,
        "api_version": "2010-04-01",
        "caller_name": None,
        "date_created": moment(call.sent_at),
        "date_updated": moment(call.changed_at),
        "direction": "outbound-api",
        "duration": None if call.seconds is None else str(call.seconds),
        "end_time": moment(call.ended_at),
        "forwarded_from": None,
        "from": call.sender,
        "from_formatted": shown(call.sender),
        "group_sid": None,
        "parent_call_sid": None,
        "phone_number_sid": None,
        "price": None,
        "price_unit": "USD",
        "queue_time": "0",
        "sid": call.id,
        "start_time": moment(call.answered_at),
        "status": "ringing" if call.status == "initiated" else call.status,
        "subresource_uris": {
            "events": f"{uri}/Events.json",
            "recordings": f"{uri}/Recordings.json",
        },
        "to": call.to,
        "to_formatted": shown(call.to),
        "trunk_sid": None,
        "uri": f"{uri}.json",
    }
