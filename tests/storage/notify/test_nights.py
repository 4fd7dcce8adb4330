"""Reminders follow deadlines, and deadlines end at midnight: no phone on a bedside table rings."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from services.cases.contract.events.waiting import LetterReminded
from services.chassis import clock
from services.chassis.norway.calendar import at_local_time
from services.identity.contract.events.factors import PasswordChanged
from services.notify.deliveries import claiming
from services.notify.domain.outcome import NotTaken
from services.notify.settings import TextHours
from tests.storage.notify.case_events import happened
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, Desk

NIGHTS = TextHours(texts_from_hour=7, texts_until_hour=21)


@pytest.fixture
def midnight(known: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Half a minute past the next midnight, where nothing is sent by text before seven."""
    monkeypatch.setattr(claiming, "text_hours", lambda: NIGHTS)
    known.telephone.texts.clear()
    wait_until(known, time(0, 0, 30))
    return known


def wait_until(desk: Desk, wall: time) -> None:
    """The next time Oslo's clocks show that."""
    now = clock.now()
    today = now.astimezone(clock.OSLO).date()
    times = (at_local_time(today + timedelta(days=days), wall) for days in (0, 1))
    desk.later(seconds=next((at - now).total_seconds() for at in times if at > now))


def reminded() -> LetterReminded:
    """Nora still owes an answer."""
    return happened(
        LetterReminded,
        status="information_requested",
        ball="firm",
        letter=1,
        when="before",
        due_at=clock.now() + timedelta(days=3),
        closes_after=None,
    )


def test_a_reminder_at_midnight_comes_by_mail_at_once_and_by_text_in_the_morning(
    midnight: Desk,
) -> None:
    midnight.hear(reminded())
    midnight.deliver()
    assert NORAS_EMAIL in [to for to, _ in midnight.post.mails]
    assert midnight.telephone.texts == []
    wait_until(midnight, time(6, 59))
    midnight.deliver()
    assert midnight.telephone.texts == []
    wait_until(midnight, time(7, 0, 1))
    midnight.deliver()
    assert [to for to, _ in midnight.telephone.texts] == [NORAS_MOBILE]
    [text] = [each for each in midnight.deliveries() if each.channel == "sms"]
    assert text.attempts == 1, "waiting for the morning is no attempt"


def test_a_text_that_failed_in_the_evening_is_tried_again_in_the_morning(midnight: Desk) -> None:
    wait_until(midnight, time(20, 59, 50))
    midnight.telephone.planned = [NotTaken("busy")]
    midnight.hear(reminded())
    midnight.deliver()
    midnight.later(minutes=2)
    midnight.deliver()
    assert len(midnight.telephone.texts) == 1
    wait_until(midnight, time(7, 0, 1))
    midnight.deliver()
    assert len(midnight.telephone.texts) == 2


def test_who_may_be_losing_an_account_is_told_at_night(midnight: Desk) -> None:
    midnight.hear(
        PasswordChanged(
            person_id="nora", how="reset", email=NORAS_EMAIL, mobile=NORAS_MOBILE, language="nb"
        )
    )
    midnight.deliver()
    assert [to for to, _ in midnight.telephone.texts] == [NORAS_MOBILE]
