"""What is done with a delivery when its time comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.delivery import (
    LEASE,
    MOST_ATTEMPTS,
    UNKNOWN_PAUSE,
    Due,
    Step,
    check_after_acceptance,
    next_step,
    pause_before_retry,
)
from services.notify.providers import post, telephone

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(minutes=5), NOW - timedelta(seconds=1)

_dues = st.builds(
    Due,
    urgency=st.sampled_from(["code", "emergency", "ordinary"]),
    channel=st.sampled_from(["sms", "email", "call"]),
    state=st.sampled_from(["waiting", "sending", "sent"]),
    attempts=st.integers(0, 20),
    expires_at=st.sampled_from([None, LATER, EARLIER]),
)


@pytest.mark.parametrize(
    ("due", "step"),
    [
        (Due("code", "sms", "waiting", 0, LATER), "send"),
        (Due("code", "sms", "waiting", 0, EARLIER), "expire"),
        (Due("code", "sms", "waiting", 5, LATER), "give_up"),
        (Due("code", "sms", "sending", 1, LATER), "give_up"),
        (Due("code", "email", "sending", 1, LATER), "give_up"),
        (Due("emergency", "call", "waiting", 0, None), "send"),
        (Due("emergency", "call", "sending", 1, None), "send"),
        (Due("emergency", "sms", "sent", 1, None), "send"),
        (Due("emergency", "sms", "sent", 12, None), "give_up"),
        (Due("ordinary", "sms", "sending", 1, LATER), "look_up"),
        (Due("ordinary", "sms", "sending", 1, EARLIER), "give_up"),
        (Due("ordinary", "sms", "sent", 1, LATER), "look_up"),
        (Due("ordinary", "email", "sending", 1, LATER), "send"),
        (Due("ordinary", "email", "waiting", 7, LATER), "give_up"),
    ],
)
def test_the_policy(due: Due, step: Step) -> None:
    assert next_step(due, NOW) == step


@given(_dues)
def test_a_code_is_sent_only_by_a_try_that_is_known_not_to_have_reached_anyone(due: Due) -> None:
    if due.urgency == "code" and next_step(due, NOW) == "send":
        assert due.state == "waiting"


@given(_dues)
def test_nothing_is_sent_after_its_time_nor_for_ever(due: Due) -> None:
    if next_step(due, NOW) == "send":
        assert due.expires_at is None or due.expires_at > NOW
        assert due.attempts < MOST_ATTEMPTS[due.urgency]


@given(_dues)
def test_an_ordinary_text_is_never_repeated_blindly(due: Due) -> None:
    if due.urgency == "ordinary" and due.channel == "sms" and due.state != "waiting":
        assert next_step(due, NOW) in ("look_up", "give_up")


def test_the_ladder_of_an_ordinary_message_reaches_over_a_day() -> None:
    pauses = [pause_before_retry("ordinary", n).total_seconds() for n in range(1, 7)]
    assert pauses == [25, 100, 400, 1600, 6400, 25600]


def test_a_code_is_tried_within_its_five_minutes() -> None:
    pauses = [pause_before_retry("code", n).total_seconds() for n in range(1, 5)]
    assert sum(pauses) < 60


def test_an_emergency_waits_seconds() -> None:
    assert pause_before_retry("emergency", 11) == timedelta(seconds=2)
    assert UNKNOWN_PAUSE["emergency"] == timedelta(seconds=15)


def test_only_what_calls_back_is_waited_for() -> None:
    assert check_after_acceptance("emergency", "call") == timedelta(seconds=15)
    assert check_after_acceptance("ordinary", "sms") == timedelta(minutes=10)
    assert check_after_acceptance("ordinary", "email") is None
    assert check_after_acceptance("code", "sms") is None


def test_a_lease_outlasts_every_wait_of_its_provider() -> None:
    connect_and_read = 2 * telephone.TIMEOUT_SECONDS
    assert LEASE["sms"].total_seconds() > connect_and_read
    assert LEASE["call"].total_seconds() > connect_and_read
    steps = 8
    assert LEASE["email"].total_seconds() > steps * post.TIMEOUT_SECONDS
