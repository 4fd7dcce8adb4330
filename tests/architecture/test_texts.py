"""Every text a person sees exists in three languages, and every text is used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gateway.texts import texts
from services.chassis.i18n import LANGUAGES, Catalogue
from services.documents.letters.texts import catalogue as letter_texts
from services.notify.messages.catalogue import FOLDER, messages
from services.notify.messages.words import catalogue as words
from tests.architecture.checks.sources import files, python
from tests.architecture.checks.wording import idle, literals, missing, unused
from tests.architecture.verdict import none_of
from tests.architecture.vocabularies import CLOSED, PUT_TOGETHER, SENT_BY_PURPOSE

CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "gateway": texts,
    "services/documents": letter_texts,
    "services/notify": words,
}


@pytest.mark.parametrize("home", CATALOGUES)
def test_the_languages_say_the_same(home: str) -> None:
    none_of(CATALOGUES[home]().problems())


@pytest.mark.parametrize("home", CATALOGUES)
def test_no_text_is_unused(home: str) -> None:
    asked = literals([*python(home), *files(home, ".html", ".js", ".xml", ".typ")])
    spelled = {f"{prefix}{word}" for prefix, words in CLOSED.items() for word in words}
    known = asked | (spelled if home == "gateway" else frozenset())
    none_of(unused(CATALOGUES[home]().keys(), known, PUT_TOGETHER[home]))


@pytest.mark.parametrize("home", CATALOGUES)
def test_no_beginning_is_listed_without_need(home: str) -> None:
    none_of(idle(CATALOGUES[home]().keys(), PUT_TOGETHER[home]))


@pytest.mark.parametrize("prefix", CLOSED)
def test_every_word_of_a_contract_has_a_text(prefix: str) -> None:
    has = {language: texts().keys(language) for language in LANGUAGES}
    none_of(missing((f"{prefix}{word}" for word in CLOSED[prefix]), has))


def test_every_message_is_whole() -> None:
    none_of(line for message in messages().values() for line in message.problems())


def test_every_message_is_sent_by_somebody() -> None:
    named = literals(python("services/notify")) | SENT_BY_PURPOSE
    none_of(f"{key}: no code sends it" for key in {*messages()} - named)
    folders = {folder.name for folder in FOLDER.iterdir() if (folder / "nb.yaml").exists()}
    assert folders == {*messages()}


def test_unused_and_missing_texts_are_found() -> None:
    keys = ["a.used", "a.left", "status.draft", "count.one", "count.other"]
    assert unused(keys, {"a.used", "count"}, {"status.": "why"}) == ["a.left: no code asks for it"]
    assert idle(keys, {"status.": "", "gone.": ""}) == ["gone.: no text begins so"]
    assert missing(["a.used"], {"nb": keys, "nn": []}) == ["nn a.used: no text"]
