"""Whom an unacknowledged incident rings next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.notify.domain.escalation import MOST_STEPS, patience, phone_at

PHONES = ["+4799900001", "+4799900002", "+4799900003"]


@pytest.mark.parametrize(("severity", "minutes"), [(1, 5), (2, 15), (3, 60), (4, 60)])
def test_the_graver_the_sooner(severity: int, minutes: int) -> None:
    assert patience(severity) == timedelta(minutes=minutes)


def test_round_and_round_until_somebody_takes_it() -> None:
    assert [phone_at(PHONES, step) for step in range(5)] == [*PHONES, *PHONES[:2]]


def test_not_for_ever() -> None:
    assert phone_at(PHONES, MOST_STEPS - 1) is not None
    assert phone_at(PHONES, MOST_STEPS) is None


def test_nobody_named_is_nobody_rung() -> None:
    assert phone_at([], 0) is None
