"""The edges: what each answer of the outside world is understood as."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import SecretStr

from services.notify.domain.outcome import Accepted, NeverSeen, NotTaken, Refused, Unknown
from services.notify.messages import Mail
from services.notify.providers.post import PostOffice
from services.notify.providers.telephone import Telephone
from services.notify.settings import MailSettings, TwilioSettings
from tests.storage.notify.outside import ACCOUNT, FROM, TOKEN, Outside, free_port

MAIL = Mail("Vedtak i sak 1: godkjent – æøå", "Linje æ\n.\nslutt\n", "<p>Linje æ</p>" * 200)


def telephone(url: str, *, token: str = TOKEN, timeout: float = 5.0) -> Telephone:
    """The telephone provider at that address."""
    settings = TwilioSettings(
        twilio_base_url=url,
        twilio_account_sid=ACCOUNT,
        twilio_auth_token=SecretStr(token),
        twilio_from=FROM,
    )
    return Telephone(settings, "http://localhost:1", pooled=False, timeout=timeout)


def post_office(port: int, *, production: bool = False) -> PostOffice:
    """The mail server at that port."""
    return PostOffice(
        MailSettings(
            environment="production" if production else "sandbox",
            smtp_host="127.0.0.1",
            smtp_port=port,
            mail_from="portalen@vann.example",
        )
    )


@pytest.fixture
def number() -> str:
    """A phone nobody else uses."""
    return f"+479{uuid4().int % 10**7:07d}"


def test_a_text_arrives_and_has_a_name(healed: Outside, number: str) -> None:
    answer = telephone(healed.url).text(number, "Hei på deg", "d1")
    assert isinstance(answer, Accepted)
    (received,) = healed.received(number)
    assert (received["id"], received["body"]) == (answer.provider_id, "Hei på deg")


def test_a_call_rings(healed: Outside, number: str) -> None:
    answer = telephone(healed.url).ring(number, "A-7K3M9Q", "d1")
    assert isinstance(answer, Accepted)
    (received,) = healed.received(number)
    assert (received["id"], received["kind"]) == (answer.provider_id, "call")


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [("429", NotTaken), ("500", Unknown), ("answer-lost", Unknown), ("accept-then-drop", Accepted)],
)
def test_what_a_failing_provider_leaves_us_with(
    healed: Outside, number: str, mode: str, outcome: type
) -> None:
    healed.fail("sms", mode)
    assert isinstance(telephone(healed.url).text(number, "Hei"), outcome)
    healed.fail("call", mode)
    assert isinstance(telephone(healed.url).ring(number, "A-7K3M9Q"), outcome)


def test_a_provider_that_hangs_is_given_up_with_an_unknown_outcome(
    healed: Outside, number: str
) -> None:
    healed.fail("sms", "hang")
    assert isinstance(telephone(healed.url, timeout=0.3).text(number, "Hei"), Unknown)


def test_a_provider_that_is_not_there_took_nothing(number: str) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    assert telephone(nowhere).text(number, "Hei") == NotTaken("not reached")


def test_a_wrong_account_is_ours_to_mend(healed: Outside, number: str) -> None:
    answer = telephone(healed.url, token="wrong").text(number, "Hei")
    assert answer == NotTaken("twilio 20003")


def test_a_number_that_is_none_is_refused_for_good(healed: Outside) -> None:
    assert telephone(healed.url).text("12", "Hei") == Refused("twilio 21211")


def test_a_text_whose_answer_was_lost_is_found_by_its_words(healed: Outside, number: str) -> None:
    provider = telephone(healed.url)
    before = provider.text(number, "Samme ord")
    assert isinstance(before, Accepted)
    healed.fail("sms", "answer-lost", count=1)
    assert isinstance(provider.text(number, "Samme ord"), Unknown)
    found = provider.find(number, "Samme ord", frozenset({before.provider_id}))
    assert isinstance(found, Accepted)
    names = frozenset({before.provider_id, found.provider_id})
    assert provider.find(number, "Samme ord", names) == NeverSeen()
    assert provider.find(number, "Andre ord", frozenset()) == NeverSeen()
    assert isinstance(provider.status_of(found.provider_id), Accepted)
    assert provider.status_of("SM" + "0" * 32) == NeverSeen()


def test_an_email_arrives_as_it_was_written(healed: Outside, number: str) -> None:
    to = f"{number[1:]}@muffe.example"
    answer = post_office(healed.smtp_port).send(to, MAIL, delivery_id="d1", sender="Vann, øst")
    assert isinstance(answer, Accepted)
    (received,) = healed.received(to)
    assert received["subject"] == MAIL.subject
    assert received["body"].replace("\r\n", "\n") == MAIL.text
    assert received["html"].strip() == MAIL.html
    assert "Vann, øst" in received["from"]


@pytest.mark.parametrize(
    ("mode", "outcome"), [("429", NotTaken), ("500", Refused), ("accept-then-drop", Accepted)]
)
def test_what_a_failing_mail_server_leaves_us_with(
    healed: Outside, mode: str, outcome: type
) -> None:
    healed.fail("smtp", mode)
    office = post_office(healed.smtp_port)
    answer = office.send("en@muffe.example", MAIL, delivery_id="d1", sender="Vann")
    assert isinstance(answer, outcome)


def test_a_mail_server_that_falls_silent_after_the_data_leaves_an_unknown_outcome(
    healed: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.notify.providers.post.TIMEOUT_SECONDS", 0.5)
    healed.fail("smtp", "hang")
    office = post_office(healed.smtp_port)
    answer = office.send("en@muffe.example", MAIL, delivery_id="d1", sender="Vann")
    assert isinstance(answer, Unknown)


def test_a_mail_server_that_is_not_there_took_nothing() -> None:
    answer = post_office(free_port()).send("en@muffe.example", MAIL, delivery_id="d", sender="V")
    assert answer == NotTaken("not reached")


def test_in_production_nothing_is_sent_without_encryption(healed: Outside, number: str) -> None:
    to = f"{number[1:]}@muffe.example"
    office = post_office(healed.smtp_port, production=True)
    answer = office.send(to, MAIL, delivery_id="d1", sender="Vann")
    assert answer == NotTaken("not reached")
    assert healed.received(to) == []


@pytest.mark.parametrize("to", ["en\r\nRCPT TO:<to@muffe.example>", "æøå@muffe.example"])
def test_an_address_that_cannot_be_written_is_refused(healed: Outside, to: str) -> None:
    answer = post_office(healed.smtp_port).send(to, MAIL, delivery_id="d1", sender="Vann")
    assert isinstance(answer, Refused)


def test_a_norwegian_domain_is_written_as_mail_servers_know_it(
    healed: Outside, number: str
) -> None:
    office = post_office(healed.smtp_port)
    to = f"{number[1:]}@rør.example"
    assert isinstance(office.send(to, MAIL, delivery_id="d1", sender="Vann"), Accepted)
    assert len(healed.received(f"{number[1:]}@xn--rr-lka.example")) == 1


def test_what_is_shown_of_settings_holds_no_secret(tmp_path: Path) -> None:
    del tmp_path
    shown = repr(TwilioSettings(twilio_auth_token=SecretStr("the-token")))
    assert "the-token" not in shown
