"""Loops that take from one table: one keeps the watch, the others sleep until roused."""

from __future__ import annotations

from collections.abc import Iterator

import eventlet
import pytest

from services.chassis.transport.loops import Loop, Watch

EVERY = 0.02


class Crew:
    """Three loops on one watch, and what they have done."""

    def __init__(self) -> None:
        self.rounds = 0
        self.waiting = 0
        self.busy = eventlet.semaphore.Semaphore(0)
        self.held = 0
        watch = Watch()
        self.loops = [Loop("crew-of-a-test", EVERY, self.once, watch) for _ in range(3)]
        self.threads = [eventlet.spawn(loop.run) for loop in self.loops]

    def once(self) -> int:
        """A round: takes one of what waits, and holds on to it until let go."""
        self.rounds += 1
        if not self.waiting:
            return 0
        self.waiting -= 1
        self.held += 1
        self.busy.acquire()
        self.held -= 1
        return 1

    def asleep(self) -> int:
        """How many rest."""
        return sum(loop.sleeps for loop in self.loops)

    def stop(self) -> None:
        """End all of them."""
        for loop in self.loops:
            loop.stop()
        for _ in self.loops:
            self.busy.release()
        for thread in self.threads:
            thread.wait()


@pytest.fixture
def crew() -> Iterator[Crew]:
    """Started, and gone to rest."""
    made = Crew()
    eventlet.sleep(0)
    yield made
    with eventlet.Timeout(5):
        made.stop()


def passing(crew: Crew, periods: int) -> None:
    """So many periods of the clock."""
    eventlet.sleep(EVERY * periods)


def test_one_of_them_looks_by_the_clock(crew: Crew) -> None:
    assert (crew.rounds, crew.asleep()) == (3, 3), "each looks once when it starts"
    passing(crew, 20)
    assert 3 < crew.rounds <= 3 + 20, "three that looked would have asked sixty times"
    assert crew.asleep() == 3


def test_whoever_goes_to_work_hands_the_watch_on(crew: Crew) -> None:
    for held in (1, 2, 3):
        crew.waiting = 1
        passing(crew, 10)
        assert crew.held == held, "found by the clock alone, nobody roused it"
    crew.waiting = 1
    passing(crew, 5)
    assert (crew.held, crew.waiting) == (3, 1), "everybody is at work"
    crew.busy.release()
    passing(crew, 5)
    assert (crew.held, crew.waiting) == (3, 0)


def test_each_that_sleeps_can_be_roused_and_the_watch_goes_on(crew: Crew) -> None:
    for number, loop in enumerate(crew.loops, start=1):
        crew.waiting = 1
        loop.rouse()
        eventlet.sleep(0)
        assert crew.held == number
    for _ in crew.loops:
        crew.busy.release()
    passing(crew, 3)
    seen = crew.rounds
    passing(crew, 10)
    assert crew.rounds > seen
