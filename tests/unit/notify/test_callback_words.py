"""The provider's words: their order, repetition and loss never matter."""

from __future__ import annotations

from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.callback import furthest, meaning
from services.notify.domain.delivery import State

STATES: list[State] = ["waiting", "sending", "sent", "delivered", "failed"]
MESSAGE = ["queued", "sending", "sent", "delivered"]
LOST = ["queued", "sent", "undelivered"]
CALL = ["initiated", "ringing", "in-progress", "completed"]
MISSED = ["initiated", "ringing", "no-answer"]


def after(words: list[str], state: State = "sent") -> State:
    """Where a delivery stands when these words have come in this order."""
    meant = [meaning(word) for word in words]
    return reduce(furthest, [each for each in meant if each], state)


@pytest.mark.parametrize(
    ("words", "end"),
    [(MESSAGE, "delivered"), (LOST, "failed"), (CALL, "delivered"), (MISSED, "failed")],
)
def test_every_permutation_and_repetition_ends_alike(words: list[str], end: State) -> None:
    for order in permutations([*words, words[0], words[-1]]):
        assert after(list(order)) == end


@given(st.permutations(MESSAGE), st.integers(0, 3))
def test_losing_earlier_words_changes_nothing(order: list[str], cut: int) -> None:
    kept = [word for word in order[cut:] if word != "delivered"]
    assert after([*kept, "delivered"]) == "delivered"


@given(*[st.sampled_from(STATES)] * 3)
def test_furthest_is_a_join(one: State, two: State, three: State) -> None:
    rank = {"sent": 1, "failed": 2, "delivered": 3}
    assert rank.get(furthest(one, two), 0) == rank.get(furthest(two, one), 0)
    assert rank.get(furthest(furthest(one, two), three), 0) == rank.get(
        furthest(one, furthest(two, three)), 0
    )
    assert furthest(one, one) == one


def test_what_was_delivered_stays_delivered() -> None:
    assert after(["delivered", "failed", "queued", "undelivered"]) == "delivered"


@pytest.mark.parametrize("word", ["", "DELIVERED", "exploded", "delivered\n"])
def test_an_unknown_word_means_nothing(word: str) -> None:
    assert meaning(word) is None
