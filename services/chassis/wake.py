"""Wake a sleeping loop of this process at once; a lost wake only costs its polling interval."""

from collections.abc import Callable

_sleepers: dict[str, Callable[[], None]] = {}


def on_wake(name: str, rouse: Callable[[], None]) -> None:
    """Register how the loop of that name is roused."""
    _sleepers[name] = rouse


def wake(name: str) -> None:
    """Rouse it, if it sleeps in this process."""
    rouse = _sleepers.get(name)
    if rouse:
        rouse()
