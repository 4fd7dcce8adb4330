"""The telephone provider's webhooks: delivery status, incoming SMS, and the alarm call."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from gateway.emergency.reference import is_reference
from gateway.hooks import speech
from gateway.hooks.signature import Signed
from gateway.state import gateway_of
from services.chassis import clock
from services.notify.contract.operations import RecordDeliveryStatus

router = APIRouter(prefix="/hooks/twilio", include_in_schema=False)
Reference = Annotated[str, Query(max_length=20)]
EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@router.post("/status")
async def delivery_status(
    http: Request, told: Signed, delivery: Annotated[str, Query(max_length=64)] = ""
) -> Response:
    """How a message or call fares. A failure here makes the provider try again."""
    provider_id = told.get("MessageSid") or told.get("CallSid") or ""
    status = told.get("MessageStatus") or told.get("CallStatus") or ""
    if provider_id and status:
        error = told.get("ErrorCode", "")
        await gateway_of(http).services.call(
            RecordDeliveryStatus(
                provider_id=provider_id[:64],
                delivery_id=delivery,
                status=status[:32],
                error=error[:16],
            ),
            key=f"{provider_id}.{status}.{error}"[:100],
            trace=http.scope["trace"],
        )
    return Response(status_code=204)


@router.post("/sms")
async def incoming_sms(told: Signed) -> Response:
    """The portal answers no SMS; the provider wants an empty document."""
    del told
    return _twiml(EMPTY)


@router.post("/voice/announce")
async def announce(http: Request, told: Signed, ref: Reference = "") -> Response:
    """What the called person hears; read from the spool, so it works with notify away."""
    del told
    gateway = gateway_of(http)
    report = gateway.emergencies.spool.report(ref) if is_reference(ref) else None
    home = gateway.settings.public_url.rstrip("/")
    return _twiml(speech.announcement(report, ref, home))


@router.post("/voice/ack")
async def acknowledge(http: Request, told: Signed, ref: Reference = "") -> Response:
    """The called person pressed a key."""
    if told.get("Digits") != speech.ACKNOWLEDGE or not is_reference(ref):
        return _twiml(speech.not_acknowledged())
    await gateway_of(http).emergencies.acknowledge(
        ref, told.get("To") or told.get("Called") or "", clock.now()
    )
    return _twiml(speech.acknowledged())


def _twiml(document: str) -> Response:
    return Response(document, media_type="text/xml")
