"""How a check of the tree fails: with every line it found."""

from __future__ import annotations

from collections.abc import Iterable


def none_of(found: Iterable[str]) -> None:
    """Fails when anything was found, and says all of it."""
    lines = list(found)
    assert not lines, "\n".join(["", *lines])
