"""Identifiers sort by age; secrets are long enough."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from services.chassis import clock, ids


def test_an_id_is_a_uuid_of_version_7_in_32_hex_digits() -> None:
    made = ids.new_id()
    assert re.fullmatch(r"[0-9a-f]{32}", made)
    assert UUID(made).version == 7
    assert UUID(made).variant == "specified in RFC 4122"


def test_an_id_holds_the_instant_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_ticks", ids._Ticks())  # other tests may have been in the future
    milliseconds = UUID(ids.new_id()).int >> 80
    made_at = datetime.fromtimestamp(milliseconds / 1000, UTC)
    assert abs(made_at - datetime.now(UTC)) < timedelta(minutes=1)


def test_later_ids_sort_after_earlier_ones_however_fast_they_are_made() -> None:
    made = [ids.new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_ids_keep_sorting_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = ids.new_id()
    past = datetime.now(UTC) - timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: past)
    assert ids.new_id() > earlier


def test_threads_never_share_an_id() -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: ids.new_id(), range(4000)))
    assert len(set(made)) == len(made)


def test_a_secret_holds_as_many_bytes_as_asked_and_goes_into_a_link() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", ids.secret())
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", ids.secret(bytes=16))
    assert ids.secret() != ids.secret()


def test_a_secret_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        ids.secret(bytes=15)
