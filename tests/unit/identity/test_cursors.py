"""Cursors are ours or refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.chassis.messages import InvalidRequest
from services.identity.domain import cursors

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_cursor_says_where_to_go_on() -> None:
    assert cursors.read(cursors.write(AT, "firm")) == (AT, "firm")
    assert cursors.read("") is None


@pytest.mark.parametrize("cursor", ["x", "bm90IGpzb24=", "WzEsMl0=", "WzFd", "æ"])
def test_anything_else_is_a_wrong_field(cursor: str) -> None:
    with pytest.raises(InvalidRequest):
        cursors.read(cursor)
