"""When a reminder is due, and what counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from services.identity.domain.qualifications import counts, reminder_due

END = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("left", "reminded", "due"),
    [
        (61, None, None),
        (60, None, 60),
        (59, 60, None),
        (15, 60, None),
        (14, 60, 14),
        (13, 14, None),
        (10, None, 14),
        (0, None, 14),
        (-1, None, None),
    ],
)
def test_each_reminder_once_and_the_longer_never_late(
    left: int, reminded: int | None, due: int | None
) -> None:
    assert reminder_due(END, reminded, END - timedelta(days=left)) == due


def test_the_last_day_counts() -> None:
    assert counts("verified", END, END)
    assert not counts("verified", END, END + timedelta(days=1))
    assert counts("verified", None, END)
    assert not counts("waiting", None, END)
