"""As many are woken as there is work for: each that wakes asks the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

import pytest

from services.chassis.wake import on_wake, wake


@dataclass
class Sleeper:
    """A loop as `wake` knows it."""

    sleeps: bool
    roused: list[str] = field(default_factory=list)

    def rouse(self) -> None:
        """Noted."""
        self.roused.append("roused")


@pytest.mark.parametrize(
    ("sleeping", "wanted", "roused"),
    [
        ([True, True, True], 1, [1, 0, 0]),
        ([False, True, True], 1, [0, 1, 0]),
        ([False, True, True], 2, [0, 1, 1]),
        ([False, True, True], 3, [1, 1, 1]),
        ([False, False, False], 1, [1, 1, 1]),
    ],
)
def test_so_many_of_those_that_sleep_and_when_too_few_do_all_look_again(
    sleeping: list[bool], wanted: int, roused: list[int]
) -> None:
    name = uuid4().hex
    sleepers = [Sleeper(sleeps) for sleeps in sleeping]
    for sleeper in sleepers:
        on_wake(name, sleeper)
    wake(name, wanted)
    assert [len(sleeper.roused) for sleeper in sleepers] == roused
