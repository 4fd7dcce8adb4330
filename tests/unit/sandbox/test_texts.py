"""The real twilio package sends texts; the portal hears how they fare."""

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from .outside import ACCOUNT, PERSON, PORTAL_NUMBER, Portal, Sandbox, until


def test_a_text_is_accepted_delivered_and_read(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    sent = twilio.messages.create(
        to=PERSON,
        from_=PORTAL_NUMBER,
        body="Koden din er 123456",
        status_callback=f"{portal.url}/hooks/twilio/status",
    )

    assert (sent.status, sent.direction, sent.num_segments) == ("queued", "outbound-api", "1")
    assert (sent.to, sent.from_, sent.account_sid) == (PERSON, PORTAL_NUMBER, ACCOUNT)
    assert sent.sid.startswith("SM")
    assert sent.date_created is not None

    until(lambda: len(portal.told) == 2)
    assert portal.statuses("/hooks/twilio/status") == ["sent", "delivered"]
    assert all(told.signed for told in portal.told)
    about = portal.told[0].form
    assert about["MessageSid"] == about["SmsSid"] == sent.sid
    assert (about["To"], about["From"], about["AccountSid"]) == (PERSON, PORTAL_NUMBER, ACCOUNT)

    assert twilio.messages(sent.sid).fetch().status == "delivered"
    (message,) = sandbox.messages(PERSON)
    assert message["body"] == "Koden din er 123456"
    assert (message["id"], message["kind"], message["status"]) == (sent.sid, "sms", "delivered")


def test_a_decoded_plus_and_a_bare_norwegian_number_find_the_phone(
    sandbox: Sandbox, twilio: Client
) -> None:
    twilio.messages.create(to=PERSON, from_=PORTAL_NUMBER, body="hei")
    for form in ("?to=+4790000001", "?to=%2B4790000001", "?to=90000001", "?to=004790000001"):
        assert len(sandbox.http.get(f"/api/messages{form}").json()) == 1, form
    assert sandbox.messages("+4790000002") == []


def test_messages_come_newest_first_and_can_be_limited(sandbox: Sandbox, twilio: Client) -> None:
    for number in range(3):
        twilio.messages.create(to=PERSON, from_=PORTAL_NUMBER, body=str(number))
    assert [message["body"] for message in sandbox.messages()] == ["2", "1", "0"]
    assert len(sandbox.http.get("/api/messages", params={"limit": 2}).json()) == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to": "90000001"}, 21211),
        ({"to": "+47 900 00 001"}, 21211),
        ({"to": "+0790000001"}, 21211),
        ({"to": ""}, 21604),
        ({"from_": "not a sender!"}, 21212),
        ({"from_": None}, 21603),
        ({"body": ""}, 21602),
        ({"body": "x" * 1601}, 21617),
        ({"status_callback": "http://192.0.2.7/hook"}, 21609),
        ({"status_callback": "http://localhost.example/hook"}, 21609),
        ({"status_callback": "ftp://localhost/hook"}, 21609),
    ],
)
def test_what_twilio_refuses_is_refused_with_its_code(
    sandbox: Sandbox, twilio: Client, change: dict[str, str], code: int
) -> None:
    wanted = {"to": PERSON, "from_": PORTAL_NUMBER, "body": "hei", **change}
    with pytest.raises(TwilioRestException) as refused:
        twilio.messages.create(**wanted)
    assert (refused.value.status, refused.value.code) == (400, code)
    assert sandbox.messages() == []


def test_a_wrong_token_or_account_is_refused_as_the_vendor_does(sandbox: Sandbox) -> None:
    with pytest.raises(TwilioRestException) as refused:
        sandbox.client(token="wrong").messages.create(to=PERSON, from_="Vann", body="hei")
    assert (refused.value.status, refused.value.code) == (401, 20003)

    path = "/2010-04-01/Accounts/AC0/Messages.json"
    assert sandbox.http.post(path, auth=("AC0", "wrong")).status_code == 401
    assert sandbox.http.get("/v2/PhoneNumbers/+4790000001").status_code == 401


def test_an_unknown_text_is_twilios_404(twilio: Client) -> None:
    with pytest.raises(TwilioRestException) as refused:
        twilio.messages("SM" + "0" * 32).fetch()
    assert (refused.value.status, refused.value.code) == (404, 20404)


def test_texts_can_be_listed_page_by_page(twilio: Client) -> None:
    for number in range(5):
        twilio.messages.create(to=PERSON, from_=PORTAL_NUMBER, body=str(number))
    twilio.messages.create(to="+4790000002", from_=PORTAL_NUMBER, body="another")
    bodies = [message.body for message in twilio.messages.list(to=PERSON, page_size=2)]
    assert bodies == ["4", "3", "2", "1", "0"]


def test_a_reply_reaches_the_portal_signed_and_its_answer_comes_back(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    twilio.messages.create(to=PERSON, from_="+4759440001", body="Er du der?")
    portal.will_answer("/hooks/twilio/sms", "<Response><Message>Takk, notert</Message></Response>")

    sent = sandbox.http.post("/api/reply", json={"from": PERSON, "body": "JA"})

    assert sent.status_code == 201
    (told,) = portal.told
    assert told.signed
    assert (told.form["From"], told.form["To"], told.form["Body"]) == (
        PERSON,
        "+4759440001",
        "JA",
    )
    newest, *_ = sandbox.messages(PERSON)
    assert (newest["body"], newest["direction"]) == ("Takk, notert", "outbound-reply")


def test_a_reply_the_portal_does_not_take_is_said_so(sandbox: Sandbox, portal: Portal) -> None:
    portal.will_answer("/hooks/twilio/sms", (403, "no"))
    sent = sandbox.http.post("/api/reply", json={"from": PERSON, "body": "STOPP"})
    assert sent.status_code == 502


def test_a_callback_the_portal_cannot_take_is_repeated_and_then_given_up(
    twilio: Client, portal: Portal
) -> None:
    portal.will_answer("/status", (503, ""), (503, ""), (204, ""))
    twilio.messages.create(
        to=PERSON, from_=PORTAL_NUMBER, body="hei", status_callback=f"{portal.url}/status"
    )
    until(lambda: len(portal.told) == 4)
    assert set(portal.statuses("/status")) == {"sent", "delivered"}


def test_a_number_can_be_looked_up(twilio: Client) -> None:
    mobile = twilio.lookups.v2.phone_numbers(PERSON).fetch(fields="line_type_intelligence")
    assert mobile.valid
    assert (mobile.country_code, mobile.calling_country_code) == ("NO", "47")
    assert mobile.national_format == "90 00 00 01"
    assert mobile.line_type_intelligence["type"] == "mobile"

    landline = twilio.lookups.v2.phone_numbers("+4755567815").fetch(fields="line_type_intelligence")
    assert landline.line_type_intelligence["type"] == "landline"

    short = twilio.lookups.v2.phone_numbers("+4790").fetch()
    assert (short.valid, short.validation_errors) == (False, ["TOO_SHORT"])
    assert twilio.lookups.v2.phone_numbers("+4712345678").fetch().validation_errors == [
        "INVALID_BUT_POSSIBLE"
    ]
