"""The outside world fails when told to, as told, and not for longer."""

import smtplib
import time

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from .outside import PERSON, PORTAL_NUMBER, Portal, Sandbox, until


def text(twilio: Client, portal: Portal) -> str:
    sent = twilio.messages.create(
        to=PERSON, from_=PORTAL_NUMBER, body="hei", status_callback=f"{portal.url}/status"
    )
    return str(sent.sid)


@pytest.mark.parametrize("mode", ["429", "500"])
def test_the_provider_refuses_a_counted_number_of_texts(
    sandbox: Sandbox, twilio: Client, portal: Portal, mode: str
) -> None:
    sandbox.fault("sms", mode, count=2)
    for _ in range(2):
        with pytest.raises(TwilioRestException) as refused:
            text(twilio, portal)
        assert (refused.value.status, refused.value.code) == (int(mode), 20000 + int(mode))
    assert sandbox.messages() == []
    text(twilio, portal)
    assert len(sandbox.messages()) == 1


def test_a_hanging_provider_outlasts_the_callers_patience_and_ends_by_itself(
    sandbox: Sandbox, portal: Portal
) -> None:
    sandbox.fault("sms", "hang", seconds=1)
    began = time.monotonic()
    with pytest.raises(requests.exceptions.ReadTimeout):
        text(sandbox.client(timeout=0.3), portal)
    with pytest.raises(TwilioRestException) as refused:
        text(sandbox.client(), portal)
    assert refused.value.status == 503
    assert time.monotonic() - began < 3
    assert sandbox.http.get("/api/faults").json() == []


def test_lifting_a_fault_lets_go_of_those_who_hang(sandbox: Sandbox) -> None:
    sandbox.fault("registry", "hang", seconds=600)
    with pytest.raises(requests.exceptions.ReadTimeout):
        requests.get(f"{sandbox.url}/enhetsregisteret/api/enheter/311153056", timeout=0.2)
    sandbox.fault("registry", "none")
    found = sandbox.http.get("/enhetsregisteret/api/enheter/311153056")
    assert found.status_code == 200


def test_accepted_and_dropped_is_known_to_the_provider_only(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    sandbox.fault("sms", "accept-then-drop", count=1)
    dropped = text(twilio, portal)
    arrived = text(twilio, portal)
    until(lambda: len(portal.told) == 2)
    assert {form["MessageSid"] for form in portal.at("/status")} == {arrived}
    assert [message["id"] for message in sandbox.messages(PERSON)] == [arrived]
    assert twilio.messages(dropped).fetch().status == "queued"


def test_a_lost_answer_leaves_the_text_delivered_and_findable(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    sandbox.fault("sms", "answer-lost", count=1)
    with pytest.raises(requests.exceptions.RequestException):
        text(twilio, portal)
    (delivered,) = sandbox.messages(PERSON)
    (listed,) = twilio.messages.list(to=PERSON)
    assert listed.sid == delivered["id"]


def test_a_late_callback_comes_late(sandbox: Sandbox, twilio: Client, portal: Portal) -> None:
    sandbox.fault("sms", "late-callback", count=1, seconds=1)
    sid, began = text(twilio, portal), time.monotonic()
    until(lambda: twilio.messages(sid).fetch().status == "delivered")
    assert portal.told == []
    until(lambda: len(portal.told) == 2)
    assert time.monotonic() - began >= 1


def test_a_duplicate_callback_comes_twice(sandbox: Sandbox, twilio: Client, portal: Portal) -> None:
    sandbox.fault("sms", "duplicate-callback", count=1)
    text(twilio, portal)
    until(lambda: len(portal.told) == 4)
    assert sorted(portal.statuses("/status")) == ["delivered", "delivered", "sent", "sent"]


def test_an_undelivered_text_says_why(sandbox: Sandbox, twilio: Client, portal: Portal) -> None:
    sandbox.fault("sms", "undelivered", count=1)
    sid = text(twilio, portal)
    until(lambda: len(portal.told) == 2)
    assert portal.statuses("/status") == ["sent", "undelivered"]
    assert portal.told[-1].form["ErrorCode"] == "30003"
    assert twilio.messages(sid).fetch().error_code == 30003


def test_a_fault_can_be_for_one_number_only(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    sandbox.fault("sms", "500", to="+4790000009")
    text(twilio, portal)
    with pytest.raises(TwilioRestException):
        twilio.messages.create(to="+4790000009", from_=PORTAL_NUMBER, body="hei")


def test_a_fault_the_target_cannot_play_is_a_mistake(sandbox: Sandbox) -> None:
    assert sandbox.fault("registry", "no-answer").status_code == 422
    assert sandbox.fault("sms", "500", seconds=3600).status_code == 422
    (on,) = sandbox.fault("smtp", "500", count=3).json()
    assert (on["target"], on["mode"], on["count"]) == ("smtp", "500", 3)
    assert on["seconds_left"] <= 600


@pytest.mark.parametrize(("mode", "status"), [("429", 429), ("500", 500)])
def test_the_register_fails_too(sandbox: Sandbox, mode: str, status: int) -> None:
    sandbox.fault("registry", mode, count=1)
    path = "/enhetsregisteret/api/enheter/311153056"
    assert sandbox.http.get(path).status_code == status
    assert sandbox.http.get(path).status_code == 200


@pytest.mark.parametrize(("mode", "code"), [("429", 450), ("500", 554)])
def test_the_mail_server_fails_too(sandbox: Sandbox, mode: str, code: int) -> None:
    sandbox.fault("smtp", mode, count=1)
    with (
        smtplib.SMTP("127.0.0.1", sandbox.smtp_port, timeout=5) as server,
        pytest.raises(smtplib.SMTPDataError) as refused,
    ):
        server.sendmail("a@vann.example", ["b@firma.example"], "Subject: hei\r\n\r\nhei")
    assert refused.value.smtp_code == code


def test_the_mail_server_can_lose_what_it_took(sandbox: Sandbox) -> None:
    sandbox.fault("smtp", "accept-then-drop", count=1)
    with smtplib.SMTP("127.0.0.1", sandbox.smtp_port, timeout=5) as server:
        server.sendmail("a@vann.example", ["b@firma.example"], "Subject: hei\r\n\r\nhei")
    assert sandbox.messages() == []
