"""What two wrote in one draft: nobody's answer is lost, and nobody is asked without need."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.domain.merging import merge

NAMES = ("a", "b", "c")
forms = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2), max_size=3)
sent = st.dictionaries(st.sampled_from(NAMES), st.none() | st.integers(0, 2), max_size=3)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "saved", "conflicts"),
    [
        ({"a": 1}, {"a": 1}, {"a": 2}, {}, ()),
        ({"a": 1}, {"a": 2}, {"a": 1}, {"a": 2}, ()),
        ({"a": 1}, {"a": 2}, {"a": 2}, {}, ()),
        ({"a": 1}, {"a": 2}, {"a": 3}, {}, ("a",)),
        ({"a": 1}, {"a": None}, {"a": 1}, {"a": None}, ()),
        ({"a": 1}, {"a": None}, {"a": 2}, {}, ("a",)),
        ({"a": 1}, {"a": 2}, {}, {}, ("a",)),
        ({}, {"a": 1, "b": 1}, {"b": 2, "c": 3}, {"a": 1}, ("b",)),
    ],
)
def test_each_field_goes_to_whoever_changed_it(
    base: dict[str, Any],
    mine: dict[str, Any],
    theirs: dict[str, Any],
    saved: dict[str, Any],
    conflicts: tuple[str, ...],
) -> None:
    merged = merge(base, mine, theirs)
    assert (merged.mine, merged.conflicts) == (saved, conflicts)


@given(base=forms, mine=sent, theirs=forms)
def test_what_is_saved_at_once_never_overwrites_what_another_changed(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs)
    for name in merged.mine:
        assert theirs.get(name) == base.get(name)
    for name, value in mine.items():
        if value != base.get(name):
            assert name in merged.mine or name in merged.conflicts or theirs.get(name) == value
