"""One-time codes and the waits that failures cost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.identity.domain import codes
from services.identity.domain.waits import MOST_IN_ROW, wait_after


def test_a_code_is_six_digits_and_seldom_the_same() -> None:
    drawn = {codes.new_code() for _ in range(200)}
    assert all(len(code) == 6 and code.isdigit() for code in drawn)
    assert len(drawn) > 190


def test_a_code_may_be_typed_in_groups() -> None:
    assert codes.written(" 123 456 ") == "123456"


def test_a_code_means_something_else_at_another_attempt() -> None:
    assert codes.bound("one", "123456") != codes.bound("other", "123456")


@pytest.mark.parametrize(
    ("in_row", "seconds"), [(1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (10, 900), (99, 900)]
)
def test_waits_grow_with_failures_in_a_row(in_row: int, seconds: int) -> None:
    assert wait_after(in_row) == timedelta(seconds=seconds)


def test_waits_never_shrink() -> None:
    waits = [wait_after(n) for n in range(MOST_IN_ROW)]
    assert waits == sorted(waits)
