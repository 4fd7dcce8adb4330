"""Wake the sleeping loops of this process at once; a lost wake only costs a polling interval."""

from collections import defaultdict
from collections.abc import Callable

_sleepers: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)


def on_wake(name: str, rouse: Callable[[], None]) -> None:
    """Register how a loop of that name is roused; several may share one name."""
    _sleepers[name].append(rouse)


def wake(name: str) -> None:
    """Rouse those that sleep in this process."""
    for rouse in _sleepers[name]:
        rouse()
