"""When a text may wake somebody up, on Oslo's clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis.clock import OSLO
from services.notify.domain.daytime import Daytime
from services.notify.messages import messages

DAYTIME = Daytime(7, 21)
_NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
_MINUTES = st.integers(0, 2 * 365 * 24 * 60).map(lambda n: _NEW_YEAR + timedelta(minutes=n))


def oslo(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """In 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=OSLO).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "morning"),
    [
        (oslo(3, 2, 7), None),
        (oslo(3, 2, 20, 59), None),
        (oslo(3, 2, 21), oslo(3, 3, 7)),
        (oslo(3, 2, 0), oslo(3, 2, 7)),
        (oslo(3, 2, 6, 59), oslo(3, 2, 7)),
        (oslo(3, 28, 22), oslo(3, 29, 7)),  # summer time begins in that night
        (oslo(10, 24, 22), oslo(10, 25, 7)),  # and ends in this one
        (oslo(12, 31, 23), datetime(2027, 1, 1, 6, tzinfo=UTC)),
    ],
)
def test_it_waits_for_the_morning(at: datetime, morning: datetime | None) -> None:
    assert DAYTIME.begins_after(at) == morning


@given(_MINUTES)
def test_nothing_waits_longer_than_a_night_and_the_morning_is_daytime(at: datetime) -> None:
    morning = DAYTIME.begins_after(at)
    if morning is not None:
        assert 0 < (morning - at).total_seconds() <= 11 * 3600
        assert DAYTIME.begins_after(morning) is None


@given(_MINUTES)
def test_from_midnight_to_midnight_is_always_daytime(at: datetime) -> None:
    assert Daytime(0, 24).begins_after(at) is None


def test_only_what_guards_an_account_is_sent_at_night() -> None:
    at_night = {key for key, kind in messages().items() if kind.at_night}
    assert at_night == {
        "mobile_enrolled",
        "password_changed",
        "phone_release_asked",
        "phone_released",
    }
