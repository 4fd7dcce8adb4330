"""The telephone provider's webhooks: its signature is the key."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from twilio.request_validator import RequestValidator

from gateway.state import Gateway
from services.chassis.messages import Nothing
from services.notify.contract.operations import RecordDeliveryStatus
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.test_emergencies import FACTS

pytestmark = pytest.mark.anyio
HOME = "http://localhost:8000"


async def provider(
    client: AsyncClient, path: str, parameters: dict[str, str], key: str = "twilio-token"
) -> Response:
    """A request as the provider signs it; it arrives under another host name, as behind a proxy."""
    signature = RequestValidator(key).compute_signature(HOME + path, parameters)
    return await client.post(
        path,
        content=urlencode(parameters),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": signature,
            "Host": "10.0.0.7:8000",
        },
    )


@pytest.fixture
def gateway(app: FastAPI) -> Gateway:
    gateway: Gateway = app.state.gateway
    return gateway


async def test_a_status_is_recorded(client: AsyncClient, bus: Bus) -> None:
    bus.answer(RecordDeliveryStatus, Nothing())
    told = {"MessageSid": "SM1", "MessageStatus": "undelivered", "ErrorCode": "30003"}
    answer = await provider(client, "/hooks/twilio/status?delivery=d1", told)
    assert answer.status_code == 204
    (call,) = bus.of(RecordDeliveryStatus)
    assert call.request == RecordDeliveryStatus(
        provider_id="SM1", delivery_id="d1", status="undelivered", error="30003"
    )


async def test_the_provider_tries_again_while_notify_is_away(client: AsyncClient) -> None:
    told = {"MessageSid": "SM1", "MessageStatus": "delivered"}
    answer = await provider(client, "/hooks/twilio/status", told)
    assert answer.status_code == 503


@pytest.mark.parametrize("path", ["status", "sms", "voice/announce?ref=A-222222", "voice/ack"])
async def test_a_wrong_signature(client: AsyncClient, path: str, bus: Bus) -> None:
    answer = await provider(client, f"/hooks/twilio/{path}", {"Digits": "1"}, key="another")
    assert (answer.status_code, answer.json()["code"]) == (403, "SignatureInvalid")
    assert bus.asked == []


async def test_a_signature_covers_every_parameter(client: AsyncClient) -> None:
    path, told = "/hooks/twilio/voice/ack?ref=A-222222", {"Digits": "2"}
    signature = RequestValidator("twilio-token").compute_signature(HOME + path, told)
    headers = {"X-Twilio-Signature": signature}
    assert (await client.post(path, data=told, headers=headers)).status_code == 200
    assert (await client.post(path, data={"Digits": "1"}, headers=headers)).status_code == 403
    other = path.replace("222222", "333333")
    assert (await client.post(other, data=told, headers=headers)).status_code == 403


async def test_the_alarm_is_read_from_the_spool(client: AsyncClient, gateway: Gateway) -> None:
    facts: dict[str, Any] = FACTS | {"description": "Vann & is i gaten <nå>."}
    kept = await gateway.emergencies.take_in(facts, "key")
    address = f"/hooks/twilio/voice/announce?ref={kept.reference}"
    answer = await provider(client, address, {"CallSid": "CA1"})
    assert answer.headers["content-type"].startswith("text/xml")
    said = "Akutt hendelse. Eksempelveien 14. Vann &amp; is i gaten &lt;nå&gt;. Trykk 1"
    assert said in answer.text
    assert 'language="nb-NO"' in answer.text
    assert f"{HOME}/hooks/twilio/voice/ack?ref={kept.reference}" in answer.text
    assert 'numDigits="1"' in answer.text


@pytest.mark.parametrize("reference", ["A-222222", "../../secret", ""])
async def test_an_unknown_alarm_is_still_an_alarm(client: AsyncClient, reference: str) -> None:
    query = urlencode({"ref": reference})
    answer = await provider(client, f"/hooks/twilio/voice/announce?{query}", {"CallSid": "CA1"})
    assert "Akutt hendelse" in answer.text


async def test_a_1_acknowledges_with_notify_away(client: AsyncClient, gateway: Gateway) -> None:
    kept = await gateway.emergencies.take_in(FACTS, "key")
    address = f"/hooks/twilio/voice/ack?ref={kept.reference}"
    answer = await provider(client, address, {"Digits": "1", "To": "+4799900001"})
    assert "Kvittert." in answer.text
    marked = gateway.emergencies.spool.marked(kept.reference, "acked") or {}
    assert marked["phone"] == "+4799900001"


@pytest.mark.parametrize("digits", ["2", "", "11"])
async def test_another_key_does_not(client: AsyncClient, gateway: Gateway, digits: str) -> None:
    kept = await gateway.emergencies.take_in(FACTS, "key")
    address = f"/hooks/twilio/voice/ack?ref={kept.reference}"
    answer = await provider(client, address, {"Digits": digits})
    assert "Ikke kvittert" in answer.text
    assert gateway.emergencies.spool.marked(kept.reference, "acked") is None
