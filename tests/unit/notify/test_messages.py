"""Every message exists in three languages, fits its channel, and cannot be broken by a value."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deploy.sandbox.texting import segments
from services.chassis.i18n import LANGUAGES
from services.notify.messages import email_of, messages, sms_of
from services.notify.messages.catalogue import FOLDER, FaultyMessages, load
from services.notify.messages.words import catalogue

ALL = sorted(messages())
SAMPLE = {
    "utility": "Eksempel vann og avløp",
    "code": "123456",
    "until": "14:05",
    "number": "VA-2026-000123",
    "due": "til og med 17. september 2026",
    "link": "https://portal.example/saker/01a20abc84f372f9acea2a3af4be24ee",
    "outcome": "godkjent med vilkår",
    "at": "17. september 2026 kl. 10:00",
    "place": "Storgata 1, 9999 Eksempel",
    "description": "Vannet spruter opp av veien",
    "phone": "55 56 78 15",
    "reference": "A-7K3M9Q",
    "severity": "1",
}


def values(key: str, **own: str) -> dict[str, str]:
    """A value for everything the message names."""
    return {
        name: SAMPLE.get(name, f"<{name}>") for name in (*messages()[key].values, "utility")
    } | {
        **({"code": SAMPLE["code"]} if messages()[key].secret == "code" else {}),
        **own,
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ALL)
def test_every_message_can_be_made(key: str, language: str) -> None:
    kind = messages()[key]
    if "sms" in kind.channels:
        assert sms_of(key, language, values(key))
    if "email" in kind.channels:
        mail = email_of(key, language, values(key))
        assert mail.subject
        assert f'lang="{language}"' in mail.html
        assert ("link" in kind.values) == ("https://" in mail.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [key for key in ALL if "sms" in messages()[key].channels])
def test_a_text_message_is_short_and_in_the_cheap_alphabet(key: str, language: str) -> None:
    text = sms_of(key, language, values(key))
    most = 2 if messages()[key].urgency != "emergency" else 3
    assert segments(text) <= most
    assert segments(text) * 160 >= len(text)


def test_a_code_comes_first_and_is_the_only_long_number() -> None:
    for key in ("login_code", "registration_code", "enrolment_code"):
        for language in LANGUAGES:
            assert sms_of(key, language, values(key)).startswith("123456 ")


def test_a_value_cannot_become_markup_nor_a_header() -> None:
    evil = '<img src=x onerror="go()">\r\nBcc: all@example.test {link} {{7*7}}'
    mail = email_of("firm_rejected", "nb", values("firm_rejected", firm=evil, reason=evil))
    assert "<img" not in mail.html
    assert "49" not in mail.html
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        sms_of("login_code", "nb", {"utility": "x", "until": "14:05"})


def test_words_say_the_same_in_every_language() -> None:
    assert catalogue().problems() == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """One message of its own to break."""
    shutil.copytree(FOLDER / "firm_rejected", tmp_path / "firm_rejected")
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Break it."""
    target = folder / "firm_rejected" / file
    text = target.read_text("utf-8")
    assert old in text
    target.write_text(text.replace(old, new), "utf-8")


def test_an_unbroken_message_loads(copy: Path) -> None:
    assert set(load(copy)) == {"firm_rejected"}


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("nn.yaml", "{reason}", "{raeson}", "other placeholders than nb"),
        ("nb.yaml", "{reason}", "", "never uses {reason}"),
        ("message.yaml", "reason]", "reason, link]", "needs an action"),
        ("message.yaml", "orgnr, ", "", "uses {orgnr} without naming it"),
        ("message.yaml", "[email]", "[email, sms]", "no sms"),
        ("en.yaml", "subject:", "suject:", "en email.subject: missing"),
    ],
)
def test_a_broken_message_keeps_the_process_from_starting(
    copy: Path, file: str, old: str, new: str, complaint: str
) -> None:
    change(copy, file, old, new)
    with pytest.raises(FaultyMessages, match=complaint.replace("{", r"\{")):
        load(copy)


def test_no_messages_at_all_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyMessages):
        load(tmp_path)
