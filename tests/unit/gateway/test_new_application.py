"""A case closed for want of an answer offers a new application based on it (R55)."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.portals.shared.rendering import environment
from gateway.texts import texts
from services.chassis.i18n import LANGUAGES, Language
from services.chassis.messages import Actor
from tests.unit.gateway.people import KARI

BALL = environment().from_string(
    '{% import "shared/macros/parts.html" as parts with context %}'
    '{% import "shared/macros/form.html" as form with context %}'
    '{% include "contractor/parts/ball.html" %}'
)
AGAIN = {
    "nb": "Ny søknad basert på denne",
    "nn": "Ny søknad basert på denne",
    "en": "New application based on this one",
}


def _shown(status: str, language: Language = "nb", actor: Actor = KARI) -> str:
    case: dict[str, Any] = {"case_id": "case-1", "type": "RORM", "status": status, "ball": "nobody"}
    return BALL.render(
        language=language,
        t=texts().bound(language),
        has_text=texts().has,
        csrf="",
        new_key=lambda: "",
        case={**case, "decision": None},
        actor=actor,
        problem=None,
        typed=None,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", ["closed_unanswered", "lapsed"])
def test_one_press_copies_it_into_a_draft(status: str, language: Language) -> None:
    page = _shown(status, language)
    assert AGAIN[language] in page
    assert 'action="/saker/ny"' in page
    assert 'name="copy_of" value="case-1"' in page
    assert 'name="type" value="RORM"' in page
    assert "gjenapne" not in page.lower(), "it is not opened again by the firm"


def test_who_only_reads_is_offered_nothing() -> None:
    reader = KARI.model_copy(update={"roles": frozenset({"reader"})})
    assert "<form" not in _shown("closed_unanswered", actor=reader)


def test_a_case_that_was_answered_offers_no_second_one_there() -> None:
    assert "copy_of" not in _shown("closed")
