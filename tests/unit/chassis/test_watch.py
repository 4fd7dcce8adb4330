"""Loops that take from one table: one keeps the watch, the others sleep until roused."""

from __future__ import annotations

from collections.abc import Iterator

import eventlet
import pytest
from eventlet.semaphore import Semaphore

from services.chassis.transport.loops import Loop, Watch

EVERY = 0.02
LONGEST_SECONDS = 20


def resting(watch: Watch) -> list[Loop]:
    """Three loops that have gone to rest, and what each was relieved by."""
    loops = [Loop("at-rest", EVERY, lambda: 0, watch) for _ in range(3)]
    assert [watch.join(loop) for loop in loops] == [True, False, False]
    return loops


def relieved(loops: list[Loop]) -> list[bool]:
    """Which of them was told to look up."""
    return [loop._signal.ready() for loop in loops]


def test_one_of_them_keeps_the_watch_and_hands_it_on_when_it_goes_to_work() -> None:
    watch = Watch()
    loops = resting(watch)
    watch.leave(loops[0])
    assert relieved(loops) == [False, True, False]
    assert [watch.join(loop) for loop in loops] == [False, True, False]


def test_the_watch_stays_when_another_is_roused() -> None:
    watch = Watch()
    loops = resting(watch)
    watch.leave(loops[2])
    assert relieved(loops) == [False, False, False]
    assert watch.join(loops[2]) is False


def test_whoever_comes_back_first_keeps_it_when_all_were_at_work() -> None:
    watch = Watch()
    loops = resting(watch)
    for loop in loops:
        watch.leave(loop)
    assert [watch.join(loop) for loop in (loops[1], loops[0])] == [True, False]


class Crew:
    """Three loops on one watch, which hold on to what they take until let go."""

    def __init__(self) -> None:
        self.waiting = 0
        self.taken, self.let_go = Semaphore(0), Semaphore(0)
        watch = Watch()
        self.loops = [Loop("crew", EVERY, self.once, watch) for _ in range(3)]
        self.threads = [eventlet.spawn(loop.run) for loop in self.loops]

    def once(self) -> int:
        """A round."""
        if not self.waiting:
            return 0
        self.waiting -= 1
        self.taken.release()
        self.let_go.acquire()
        return 1

    def stop(self) -> None:
        """End all of them."""
        for loop in self.loops:
            loop.stop()
            self.let_go.release()
        for thread in self.threads:
            thread.wait()


@pytest.fixture
def crew() -> Iterator[Crew]:
    """At work; whoever waits for it in vain fails."""
    made = Crew()
    with eventlet.Timeout(LONGEST_SECONDS):
        yield made
        made.stop()


def test_by_the_clock_alone_each_of_them_comes_to_work(crew: Crew) -> None:
    for _ in crew.loops:
        crew.waiting = 1
        crew.taken.acquire()
    crew.waiting = 1
    crew.let_go.release()
    crew.taken.acquire()
    assert crew.waiting == 0
