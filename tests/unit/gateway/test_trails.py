"""Several services' trails as one page, and what their tags are called."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gateway.api.trails import merged
from gateway.portals.shared.trail_words import choices, did, key_of
from services.chassis.i18n import LANGUAGES
from services.chassis.messages.trail import Chain, TrailEntry, TrailPage

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def entry(minute: int, chain: str = "case:1") -> TrailEntry:
    return TrailEntry(
        entry_id=f"{minute:032x}",
        at=NOON + timedelta(minutes=minute),
        tag="case_submitted.v1",
        chain=chain,
        position=1,
        actor_id="",
        actor_name="",
        actor_audience="",
        actor_firm="",
        actor_roles="",
        facts={},
        trace="",
        hash="",
    )


def trail(*minutes: int, more: bool = False) -> TrailPage:
    items = [entry(minute) for minute in minutes]
    chains = [Chain(chain="case:1", name="VA-1", length=9, state="whole")]
    return TrailPage(items=items, chains=chains, next=items[-1].place if more else None)


def minutes(page: list[TrailEntry]) -> list[int]:
    return [(each.at - NOON) // timedelta(minutes=1) for each in page]


def test_the_newest_of_all_come_first_and_the_cursor_stands_after_the_last_shown() -> None:
    both = merged({"identity": trail(9, 4, 1), "cases": trail(8, 7, 2, more=True)}, 4)
    assert minutes(list(both.items)) == [9, 8, 7, 4]
    assert [each.service for each in both.items] == ["identity", "cases", "cases", "identity"]
    assert both.next == entry(4).place
    assert both.missing == []


def test_a_page_that_shows_everything_has_no_next() -> None:
    both = merged({"identity": trail(3), "cases": trail(2)}, 25)
    assert both.next is None
    assert len(both.chains) == 2


def test_chains_of_entries_not_shown_are_left_out() -> None:
    only = merged({"identity": trail(9, 8), "cases": trail(1)}, 2)
    assert [chain.service for chain in only.chains] == ["identity"]


def test_who_is_away_is_named_and_hides_nobody_else() -> None:
    rest = merged({"identity": trail(3), "cases": None, "notify": trail(2)}, 25)
    assert rest.missing == ["cases"]
    assert minutes(list(rest.items)) == [3, 2]


def test_a_tag_is_said_in_words_and_an_unknown_one_as_it_is() -> None:
    assert did("session_opened.v1", "nb") == "Logget inn"
    assert did("session_opened.v2", "nn") == "Logga inn"
    assert did("login_refused.unknown", "en") == "Login refused, unknown address"
    assert did("written_by_a_newer_service.v1", "nb") == "written_by_a_newer_service.v1"
    assert key_of("document_read") == "document_read"


def test_every_tag_can_be_chosen_in_the_order_of_its_words() -> None:
    for language in LANGUAGES:
        words = [name.casefold() for _key, name in choices(language)]
        assert words == sorted(words)
        assert len(words) > 100
