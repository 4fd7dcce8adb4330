"""What the system itself writes in a deficiency letter."""

from __future__ import annotations

from typing import get_args

import pytest

from services.cases.catalogue.letter_texts import replace_document
from services.chassis.i18n import LANGUAGES, Language
from services.documents.contract.types import RejectionReason

GENERAL: dict[Language, str] = {
    "nb": "Kontrollen godkjente den ikke.",
    "nn": "Kontrollen godkjende ho ikkje.",
    "en": "Inspection did not accept it.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_own_words(language: Language) -> None:
    texts = {replace_document("kart.pdf", r, language) for r in get_args(RejectionReason)}
    assert len(texts) == len(get_args(RejectionReason))
    assert all("kart.pdf" in text and GENERAL[language] not in text for text in texts)


def test_a_reason_added_since_is_told_in_general_words_and_names_are_not_templates() -> None:
    text = replace_document("{reason}.pdf", "new_reason", "nb")
    assert text.startswith("Filen «{reason}.pdf» kan ikke brukes. Kontrollen godkjente den ikke.")
