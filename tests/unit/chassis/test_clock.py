"""One clock, moved only in the sandbox."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.chassis import clock


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLOCK_OFFSET", raising=False)
    monkeypatch.delenv("ENVIRONMENT", raising=False)


def test_now_is_the_present_in_utc() -> None:
    before = datetime.now(UTC)
    told = clock.now()
    assert before <= told <= datetime.now(UTC)
    assert told.utcoffset() == timedelta(0)


def test_the_sandbox_may_live_a_day_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENVIRONMENT", "sandbox")
    monkeypatch.setenv("CLOCK_OFFSET", "86400")
    ahead = clock.now() - datetime.now(UTC)
    assert timedelta(hours=23, minutes=59) < ahead <= timedelta(days=1)


@pytest.mark.parametrize("environment", ["production", "", "Sandbox", "development"])
def test_an_offset_outside_the_sandbox_is_refused(
    monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    monkeypatch.setenv("ENVIRONMENT", environment)
    monkeypatch.setenv("CLOCK_OFFSET", "1")
    with pytest.raises(clock.ClockOffsetRefused):
        clock.now()


def test_an_offset_without_an_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCK_OFFSET", "0")
    with pytest.raises(clock.ClockOffsetRefused):
        clock.today()


@pytest.mark.parametrize("offset", ["tomorrow", "nan", "inf", "1h"])
def test_an_offset_that_is_no_number_is_refused(
    monkeypatch: pytest.MonkeyPatch, offset: str
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "sandbox")
    monkeypatch.setenv("CLOCK_OFFSET", offset)
    with pytest.raises(clock.ClockOffsetRefused):
        clock.now()


def test_today_is_oslos_date_when_utc_is_still_on_yesterday(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2023, 5, 16, 22, 30, tzinfo=UTC))
    assert clock.today() == date(2023, 5, 17)


def test_the_stopwatch_never_goes_back_and_knows_no_offset(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = clock.monotonic()
    monkeypatch.setenv("ENVIRONMENT", "sandbox")
    monkeypatch.setenv("CLOCK_OFFSET", "1000000")
    assert 0 <= clock.monotonic() - start < 60
