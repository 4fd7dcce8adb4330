"""The real twilio package calls someone, who listens, presses and hangs up."""

from typing import Any

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from .outside import PERSON, PORTAL_NUMBER, Portal, Sandbox, until

ALARM = """<Response>
  <Gather numDigits="1" action="/hooks/twilio/voice/ack?incident=7" timeout="30">
    <Say language="nb-NO">Vannlekkasje i Prøvegata. Trykk 1 for å kvittere.</Say>
  </Gather>
  <Say>Ingen svar.</Say>
</Response>"""
EVENTS = ["initiated", "ringing", "answered", "completed"]


def ring(twilio: Client, portal: Portal, **more: Any) -> Any:
    wanted = {
        "to": PERSON,
        "from_": PORTAL_NUMBER,
        "url": f"{portal.url}/hooks/twilio/voice/start",
        "status_callback": f"{portal.url}/hooks/twilio/status",
        "status_callback_event": EVENTS,
    }
    return twilio.calls.create(**{**wanted, **more})


def listening(sandbox: Sandbox, call: str) -> bool:
    return bool(sandbox.http.get(f"/api/messages/{call}").json()["listening"])


def test_a_person_hears_the_alarm_and_acknowledges_it(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer("/hooks/twilio/voice/start", ALARM)
    portal.will_answer(
        "/hooks/twilio/voice/ack", "<Response><Say>Kvittert. Takk.</Say><Hangup/></Response>"
    )
    call = ring(twilio, portal)
    assert (call.status, call.direction) == ("queued", "outbound-api")
    assert call.sid.startswith("CA")

    until(lambda: listening(sandbox, call.sid))
    assert twilio.calls(call.sid).fetch().status == "in-progress"
    pressed = sandbox.press(call.sid, "1")

    assert pressed.status_code == 200
    assert pressed.json()["body"].splitlines() == [
        "Vannlekkasje i Prøvegata. Trykk 1 for å kvittere.",
        "Kvittert. Takk.",
    ]
    (ack,) = portal.at("/hooks/twilio/voice/ack")
    assert (ack["Digits"], ack["CallSid"], ack["CallStatus"]) == ("1", call.sid, "in-progress")

    until(lambda: len(portal.at("/hooks/twilio/status")) == 4)
    told = portal.at("/hooks/twilio/status")
    assert [form["CallStatus"] for form in told] == [
        "initiated",
        "ringing",
        "in-progress",
        "completed",
    ]
    assert [form["SequenceNumber"] for form in told] == ["0", "1", "2", "3"]
    assert "CallDuration" in told[-1]
    assert all(each.signed for each in portal.told)
    assert twilio.calls(call.sid).fetch().status == "completed"


def test_a_press_just_after_dialling_waits_for_the_call_to_listen(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer("/hooks/twilio/voice/start", ALARM)
    portal.will_answer("/hooks/twilio/voice/ack", "<Response><Say>Takk</Say></Response>")
    call = ring(twilio, portal)
    assert sandbox.press(call.sid, "1").status_code == 200


def test_only_completed_is_told_unless_more_is_asked_for(twilio: Client, portal: Portal) -> None:
    portal.will_answer("/hooks/twilio/voice/start", "<Response><Say>Hei</Say></Response>")
    ring(twilio, portal, status_callback_event=None)
    until(lambda: portal.at("/hooks/twilio/status"))
    assert portal.statuses("/hooks/twilio/status", "CallStatus") == ["completed"]


def test_silence_falls_through_to_what_follows(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer(
        "/hooks/twilio/voice/start",
        '<Response><Gather timeout="0"/><Say>Ingen svar.</Say></Response>',
    )
    call = ring(twilio, portal)
    until(lambda: twilio.calls(call.sid).fetch().status == "completed")
    (heard,) = sandbox.messages(PERSON)
    assert heard["body"] == "Ingen svar."
    assert sandbox.press(call.sid, "1").status_code == 409


def test_several_digits_can_come_one_by_one_and_end_with_a_key(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer(
        "/hooks/twilio/voice/start",
        '<Response><Gather numDigits="4" action="ack" timeout="30"/></Response>',
    )
    portal.will_answer("/hooks/twilio/voice/ack", "<Response/>")
    call = ring(twilio, portal)
    for key in ("1", "2"):
        sandbox.press(call.sid, key)
    assert portal.at("/hooks/twilio/voice/ack") == []
    sandbox.press(call.sid, "#")
    assert portal.at("/hooks/twilio/voice/ack")[0]["Digits"] == "12"


def test_redirects_are_followed_but_not_for_ever(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer(
        "/hooks/twilio/voice/start", "<Response><Redirect>start</Redirect></Response>"
    )
    call = ring(twilio, portal)
    until(lambda: twilio.calls(call.sid).fetch().status == "completed")
    assert len(portal.at("/hooks/twilio/voice/start")) == 50


@pytest.mark.parametrize(
    "answer",
    [
        (500, "broken"),
        "not xml",
        "<Other/>",
        '<!DOCTYPE r [<!ENTITY a "b">]><Response><Say>&a;</Say></Response>',
    ],
)
def test_a_bad_document_ends_the_call_and_is_said_so(
    sandbox: Sandbox, twilio: Client, portal: Portal, answer: str | tuple[int, str]
) -> None:
    portal.will_answer("/hooks/twilio/voice/start", answer)
    call = ring(twilio, portal)
    until(lambda: twilio.calls(call.sid).fetch().status == "completed")
    assert sandbox.messages(PERSON)[0]["body"].startswith("[Feil: ")


@pytest.mark.parametrize("address", ["http://192.0.2.1/x", "http://localhost@192.0.2.1/x"])
def test_a_document_cannot_lead_the_call_off_this_machine(
    sandbox: Sandbox, twilio: Client, portal: Portal, address: str
) -> None:
    portal.will_answer(
        "/hooks/twilio/voice/start", f"<Response><Redirect>{address}</Redirect></Response>"
    )
    call = ring(twilio, portal)
    until(lambda: twilio.calls(call.sid).fetch().status == "completed")
    assert "adressen er ikke på denne maskinen" in sandbox.messages(PERSON)[0]["body"]


def test_the_fallback_address_is_used_when_the_first_fails(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer("/hooks/twilio/voice/start", (500, ""))
    portal.will_answer("/fallback", "<Response><Say>Reserve</Say></Response>")
    ring(twilio, portal, fallback_url=f"{portal.url}/fallback")
    until(lambda: "Reserve" in sandbox.messages(PERSON)[0]["body"])
    assert portal.at("/fallback")[0]["ErrorCode"] == "11200"


def test_the_document_can_come_with_the_call(sandbox: Sandbox, twilio: Client) -> None:
    twilio.calls.create(
        to=PERSON, from_=PORTAL_NUMBER, twiml="<Response><Say>Rett i øret</Say></Response>"
    )
    until(lambda: sandbox.messages(PERSON)[0]["body"] == "Rett i øret")


def test_the_caller_cancels_and_the_person_hangs_up(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer("/hooks/twilio/voice/start", ALARM)
    ringing = ring(twilio, portal)
    assert twilio.calls(ringing.sid).update(status="canceled").status == "canceled"

    answered = ring(twilio, portal)
    until(lambda: listening(sandbox, answered.sid))
    assert sandbox.http.post("/api/hangup", json={"call": answered.sid}).status_code == 200
    ended = twilio.calls(answered.sid).fetch()
    assert (ended.status, ended.end_time is not None) == ("completed", True)


@pytest.mark.parametrize("mode", ["no-answer", "busy", "failed"])
def test_a_person_who_does_not_take_the_call(
    sandbox: Sandbox, twilio: Client, portal: Portal, mode: str
) -> None:
    sandbox.fault("call", mode, to=PERSON)
    call = ring(twilio, portal, timeout=0)
    until(lambda: portal.statuses("/hooks/twilio/status", "CallStatus")[-1:] == [mode])
    assert twilio.calls(call.sid).fetch().status == mode
    assert portal.at("/hooks/twilio/voice/start") == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to": "90000001"}, 21211),
        ({"from_": "Vann"}, 21212),
        ({"url": None}, 21205),
        ({"url": "http://192.0.2.1/voice"}, 21205),
    ],
)
def test_what_twilio_refuses_is_refused_with_its_code(
    sandbox: Sandbox, twilio: Client, portal: Portal, change: dict[str, Any], code: int
) -> None:
    with pytest.raises(TwilioRestException) as refused:
        ring(twilio, portal, **change)
    assert (refused.value.status, refused.value.code) == (400, code)
    assert sandbox.messages() == []
