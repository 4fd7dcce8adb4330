"""Which searches name very few cases."""

from __future__ import annotations

import pytest

from services.cases.store.words import has_long_number, has_number


@pytest.mark.parametrize(
    ("q", "number", "long"),
    [
        ("vannmåler", False, False),
        ("Storgata 12 B", True, False),
        ("Rørlegger 72", True, False),
        ("VA-2026-000123", True, True),
        ("000123", True, True),
        ("311 153 056", True, False),
        ("311153056", True, True),
        ("164/123", True, True),
        ("4601-164/123", True, True),
        ("164 / 123", True, True),
        ("gnr. 164 bnr. 123", True, False),
    ],
)
def test_a_short_number_is_left_to_the_planner(q: str, number: bool, long: bool) -> None:
    assert (has_number(q), has_long_number(q)) == (number, long)
