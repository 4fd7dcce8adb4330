"""What a firm sees of the items of a deficiency letter."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.portals.shared.rendering import environment
from gateway.texts import texts
from services.chassis import clock

ITEMS = environment().from_string(
    '{% import "shared/macros/parts.html" as parts with context %}'
    '{% import "shared/macros/form.html" as form with context %}'
    '{% include "contractor/parts/items.html" %}'
)


def _shown(status: str, state: str, *, may_answer: bool = False) -> str:
    item: dict[str, Any] = {"item_id": "i", "number": 1, "code": "clarify", "state": state,
                            "text": "Hvilken dybde?", "target": None, "answer": "",
                            "document_ids": [], "answered_at": None}  # fmt: skip
    letter = {"number": 1, "sent_at": clock.now(), "due_at": clock.now(), "items": [item],
              "closed_at": None if may_answer else clock.now()}  # fmt: skip
    return ITEMS.render(
        language="nb",
        t=texts().bound("nb"),
        has_text=texts().has,
        csrf="",
        new_key=lambda: "",
        case={"case_id": "c", "status": status, "values": {}, "deficiencies": [letter]},
        actions={"supplement": {"enabled": may_answer, "reason": ""}},
        fields={},
        by_id={},
        problem=None,
        typed=None,
    )


def test_a_case_closed_for_want_of_an_answer_still_says_what_was_asked() -> None:
    page = _shown("closed_unanswered", "cancelled")
    assert "Hvilken dybde?" in page
    assert "Ikke besvart" in page


def test_what_the_utility_dropped_is_not_shown() -> None:
    assert "Hvilken dybde?" not in _shown("in_progress", "cancelled")


@pytest.mark.parametrize(
    ("status", "state", "offered"),
    [("information_requested", "open", True), ("supplemented", "answered", False)],
)
def test_an_answer_is_sent_only_while_one_is_asked_for(
    status: str, state: str, offered: bool
) -> None:
    assert ("Send svar" in _shown(status, state, may_answer=True)) is offered
