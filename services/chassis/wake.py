"""Wake the sleeping loops of this process at once; a lost wake only costs a polling interval."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol


class Sleeper(Protocol):
    """Looks for work, and sleeps when there is none."""

    @property
    def sleeps(self) -> bool:
        """Between two looks, and not roused yet."""

    def rouse(self) -> None:
        """Look now."""


_sleepers: defaultdict[str, list[Sleeper]] = defaultdict(list)


def on_wake(name: str, sleeper: Sleeper) -> None:
    """Register what `wake(name)` rouses; several may share one name."""
    _sleepers[name].append(sleeper)


def wake(name: str, wanted: int) -> None:
    """Rouse as many as there is new work for, among those of that name in this process."""
    rouse(_sleepers[name], wanted)


def rouse(sleepers: Sequence[Sleeper], wanted: int) -> None:
    """So many of those that sleep, since each that looks asks the database.

    When fewer sleep, all of them: whoever is busy looks once more before it sleeps.
    """
    resting = [sleeper for sleeper in sleepers if sleeper.sleeps]
    for sleeper in resting[:wanted] if len(resting) >= wanted else sleepers:
        sleeper.rouse()
