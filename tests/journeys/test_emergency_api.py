"""An emergency: reported by anybody, rung out, read aloud, acknowledged by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from deploy.local.description import Description
from services.chassis.ids import new_id
from tests.journeys.conftest import ENTER
from tests.journeys.visitor import Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.system
ON_CALL = "+4799900001"


def report(where: str) -> dict[str, Any]:
    """Water where it should not be."""
    return {
        "place": {"address": where, "gnr": 164, "bnr": 123},
        "description": "Vannet spruter opp av gaten",
        "severity": 1,
        "water_off": "partly",
        "hazards": ["traffic", "ice"],
        "reporter": {"name": "Kari Forbi", "phone": "+4790000077", "role": "subscriber"},
    }


def test_a_report_rings_the_person_on_call_who_takes_it_by_a_key(
    enter: ENTER, staff: Callable[[str], Visitor], bed: Description
) -> None:
    where = f"Eksempelgaten {new_id()[-6:]}"
    headers = {"Idempotency-Key": new_id()}
    passer_by = enter()
    taken = passer_by.post("/emergencies", report(where), headers=headers)
    again = passer_by.post("/emergencies", report(where), headers=headers)
    assert again == taken
    assert taken["duty_phone"] == "+4712345678"

    call = until(lambda: ringing(bed, where), what="the alarm call")
    pressed = httpx.post(
        f"{bed.sandbox_url}/api/press", json={"call": call["id"], "digit": "1"}, timeout=20
    )
    assert pressed.is_success, pressed.text

    duty = staff("duty")
    incident = until(lambda: acknowledged(duty, taken["reference"]), what="acknowledgement")
    assert incident["place"]
    resolved = duty.post(
        f"/operator/incidents/{taken['reference']}/actions/resolve", {"note": "Stengt av."}
    )
    assert resolved["state"] == "resolved"


def ringing(bed: Description, where: str) -> Any:
    """The call in which the place is read aloud."""
    answer = httpx.get(
        f"{bed.sandbox_url}/api/messages", params={"to": ON_CALL, "kind": "call"}, timeout=20
    )
    for call in answer.json():
        if where in str(call):
            return call
    return None


def acknowledged(duty: Visitor, reference: str) -> Any:
    """The incident, once somebody has taken it."""
    for incident in duty.get("/operator/incidents")["items"]:
        if incident["reference"] == reference and incident["state"] == "acknowledged":
            return incident
    return None


def test_a_webhook_without_the_providers_signature_changes_nothing(bed: Description) -> None:
    for path in ("status", "sms", "voice/announce?ref=A-222222", "voice/ack?ref=A-222222"):
        answer = httpx.post(
            f"http://127.0.0.1:{bed.port}/hooks/twilio/{path}",
            data={"Digits": "1", "MessageSid": "SM1", "MessageStatus": "delivered"},
            headers={"X-Twilio-Signature": "bm90IHNpZ25lZA=="},
        )
        assert answer.status_code == 403
