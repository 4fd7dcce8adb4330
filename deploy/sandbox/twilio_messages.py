"""Twilio's Messages resource: send, fetch, list.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from .ids import new_sid
from .message import Sms
from .parties import is_phone, is_sender
from .texting import segments
from .twilio_http import Form, Refused, SentForm, authenticated, created, meet, moment
from .twilio_http import not_found as missing
from .twilio_http import page as one_page
from .world import TheWorld

LONGEST_BODY = 1600

router = APIRouter(
    prefix="/2010-04-01/Accounts/{account_sid}", dependencies=[authenticated], tags=["Twilio"]
)


@router.post("/Messages.json")
async def send(form: SentForm, world: TheWorld) -> Response:
    """Send a text. Refuses as the vendor does: 21211, 21212, 21602-21604, 21609, 21617."""
    sms = _read(form, world.settings.portal_number)
    fault = world.fault_for("sms", sms.to)
    await meet(fault)
    resource = view(sms, world.settings.account_sid)
    world.metrics.messages.labels("sms").inc()
    world.texting.send(sms, fault)
    return created(fault, resource)


@router.get("/Messages.json")
async def listed(
    request: Request,
    world: TheWorld,
    *,
    to: Annotated[str, Query(alias="To")] = "",
    sender: Annotated[str, Query(alias="From")] = "",
    size: Annotated[int, Query(alias="PageSize", ge=1, le=1000)] = 50,
    index: Annotated[int, Query(alias="Page", ge=0)] = 0,
) -> dict[str, Any]:
    """Texts newest first, to or from a number: how a sender finds out about a lost answer."""
    found = [
        view(message, world.settings.account_sid)
        for message in world.ledger.accepted()
        if isinstance(message, Sms) and to in {"", message.to} and sender in {"", message.sender}
    ]
    return one_page(request, "messages", found, index, size)


@router.get("/Messages/{sid}.json")
async def fetched(sid: str, request: Request, world: TheWorld) -> dict[str, Any]:
    """One text as it stands now."""
    message = world.ledger.get(sid)
    if not isinstance(message, Sms):
        raise missing(request)
    return view(message, world.settings.account_sid)


def _read(form: Form, portal_number: str) -> Sms:
    to, body = form.get("To"), form.get("Body")
    sender, service = form.get("From"), form.get("MessagingServiceSid")
    if not to:
        raise Refused(400, 21604, "A 'To' phone number is required.")
    if not is_phone(to):
        raise Refused(400, 21211, f"Invalid 'To' Phone Number: {to}")
    if not sender and not service:
        raise Refused(400, 21603, "A 'From' phone number is required.")
    if sender and not is_sender(sender):
        raise Refused(400, 21212, f"Invalid 'From' Phone Number: {sender}")
    if not body:
        raise Refused(400, 21602, "Message body is required.")
    if len(body) > LONGEST_BODY:
        raise Refused(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
    return Sms(
        id=new_sid("SM"),
        to=to,
        sender=sender or portal_number,
        body=body,
        status="accepted" if service else "queued",
        service_sid=service or None,
        callback=form.hook("StatusCallback", 21609),
    )


def view(sms: Sms, account_sid: str) -> dict[str, Any]:
    """The resource with the vendor's field names."""
    uri = f"/2010-04-01/Accounts/{account_sid}/Messages/{sms.id}"
    return {
        "account_sid": account_sid,
        "api_version": "2010-04-01",
        "body": sms.body,
        "date_created": moment(sms.sent_at),
        "date_sent": moment(None if sms.status in {"accepted", "queued"} else sms.sent_at),
        "date_updated": moment(sms.changed_at),
        "direction": sms.direction,
        "error_code": sms.error_code,
        "error_message": None,
        "from": sms.sender,
        "messaging_service_sid": sms.service_sid,
        "num_media": "0",
        "num_segments": str(segments(sms.body)),
        "price": None,
        "price_unit": "USD",
        "sid": sms.id,
        "status": sms.status,
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": sms.to,
        "uri": f"{uri}.json",
    }
