"""Password hashing leaves the event loop two at a time, with fifty waiting at most."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from services.chassis import offload
from services.chassis.messages import Busy
from tests.support.waiting import until


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    before = offload._run, offload._slots
    offload.use(None, None)  # type: ignore[arg-type]  # as in a process without a loop
    yield
    offload.use(*before)


class Work:
    """Hashing that takes until it is told to end."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.at_once = self.most_at_once = 0
        self._counting = threading.Lock()
        self.said: list[str] = []

    def hash(self) -> None:
        with self._counting:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        self.go.wait(10)
        with self._counting:
            self.at_once -= 1

    def ask(self) -> None:
        try:
            offload.outside(self.hash)
        except Busy as busy:
            self.said.append(f"come back in {busy.retry_after}")
        else:
            self.said.append("done")


def test_of_two_hundred_two_work_fifty_wait_at_most_and_the_rest_are_told() -> None:
    work = Work()
    people = [threading.Thread(target=work.ask) for _ in range(200)]
    for person in people:
        person.start()
    told = 200 - offload.LONGEST_QUEUE
    until(lambda: len(work.said) == told, what="those too many told at once")
    assert work.at_once == offload.AT_ONCE
    work.go.set()
    for person in people:
        person.join(10)
    assert work.most_at_once == offload.AT_ONCE == 2
    assert work.said.count("done") == offload.LONGEST_QUEUE
    assert work.said.count("come back in 2") == told
