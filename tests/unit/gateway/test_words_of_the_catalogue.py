"""What can be wrong with a case type, and how two differ, is said in three languages."""

from __future__ import annotations

from typing import get_args

import pytest

from gateway.texts import texts
from services.cases.contract.types.words import FaultCode, Referable, RuleKind
from services.chassis.i18n import LANGUAGES, Language

FACTS = {
    "name": "x", "field": "x", "value": "x", "language": "nb", "kind": "x",
    "own_from": 1001, "version": 1, "last": 1,
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_words_that_its_facts_fill(language: Language) -> None:
    for code in get_args(FaultCode):
        assert texts().text(f"field.fault_{code}", language, **FACTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_that_does_not_fit_has_words(language: Language) -> None:
    assert texts().has("field.case_unknown", language)
    assert all(texts().has(f"field.case_not_{state}", language) for state in get_args(Referable))
    assert get_args(RuleKind), "rules bring their own words"
