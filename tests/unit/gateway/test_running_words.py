"""Operations are told in words, in the reader's language, never by the names of the code."""

from __future__ import annotations

import pytest

from gateway.portals.operator.running_words import problem, sent_message
from services.chassis.i18n import LANGUAGES
from services.notify.messages.catalogue import messages

SAID = (
    "too late",
    "cannot be made: KeyError",
    "cannot be made: a text or a value is missing",
    "not reached",
    "answer lost",
    "no answer",
    "sending broke",
    "not delivered",
    "not an address",
    "the process died while trying",
)


@pytest.mark.parametrize("key", messages())
def test_every_message_has_a_name_of_its_own_in_each_language(key: str) -> None:
    names = {language: sent_message(key, language) for language in LANGUAGES}
    assert key not in names.values()
    assert not any("_" in name for name in names.values())


def test_every_reason_is_told_in_words() -> None:
    for said in SAID:
        told = {problem(said, language) for language in LANGUAGES}
        assert said not in told
        assert len(told) > 1, said


def test_the_answer_of_a_provider_keeps_its_number() -> None:
    assert problem("smtp 550", "nb") == "E-posttjeneren svarte 550"
    assert problem("twilio 21211", "en") == "The SMS provider answered 21211"
    assert problem("provider 30003", "nn") == "SMS-leverandøren melde 30003"


def test_what_nobody_here_knows_stays_as_it_came() -> None:
    assert problem("OperationalError", "nb") == "OperationalError"
    assert sent_message("of_a_later_version", "nb") == "of_a_later_version"
