"""Heavy calls pass a few at a time, fifty wait, and the rest hear at once when to come back."""

from __future__ import annotations

import asyncio

import pytest

from gateway.rpc import ServiceUnavailable
from gateway.rpc.turnstile import AT_ONCE, COME_BACK_SECONDS, MOST_WAITING, Turnstile

pytestmark = pytest.mark.anyio


class Crowd:
    """Comes all at once, and stays inside until let go."""

    def __init__(self) -> None:
        self.turnstile = Turnstile("identity")
        self.go = asyncio.Event()
        self.inside = self.most_inside = 0

    async def one(self) -> str:
        try:
            async with self.turnstile.passed():
                self.inside += 1
                self.most_inside = max(self.most_inside, self.inside)
                await self.go.wait()
                self.inside -= 1
        except ServiceUnavailable as full:
            return f"come back in {full.retry_after}"
        return "in"


async def settled() -> None:
    """Everybody has got as far as they can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_two_hundred_at_once_are_let_in_or_sent_away_and_none_is_lost() -> None:
    crowd = Crowd()
    people = [asyncio.create_task(crowd.one()) for _ in range(200)]
    await settled()
    sent_away = [person.result() for person in people if person.done()]
    assert sent_away == [f"come back in {COME_BACK_SECONDS}"] * (200 - AT_ONCE - MOST_WAITING)
    crowd.go.set()
    answers = await asyncio.gather(*people)
    assert answers.count("in") == AT_ONCE + MOST_WAITING
    assert crowd.most_inside == AT_ONCE
    assert await crowd.one() == "in"


async def test_one_who_waits_too_long_is_sent_away_and_the_next_finds_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gateway.rpc.turnstile.LONGEST_WAIT_SECONDS", 0.01)
    crowd = Crowd()
    inside = [asyncio.create_task(crowd.one()) for _ in range(AT_ONCE)]
    await settled()
    assert await crowd.one() == f"come back in {COME_BACK_SECONDS}"
    crowd.go.set()
    assert await asyncio.gather(*inside) == ["in"] * AT_ONCE
    assert await crowd.one() == "in"


async def test_one_who_leaves_the_queue_takes_no_place_along() -> None:
    crowd = Crowd()
    inside = [asyncio.create_task(crowd.one()) for _ in range(AT_ONCE)]
    waiting = [asyncio.create_task(crowd.one()) for _ in range(MOST_WAITING)]
    await settled()
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    crowd.go.set()
    await asyncio.gather(*inside)
    assert await asyncio.gather(*(crowd.one() for _ in range(20))) == ["in"] * 20
