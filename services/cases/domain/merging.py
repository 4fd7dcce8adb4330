"""Two people wrote in one draft: what each changed since they parted, and where they collide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Merge:
    """`mine` may be saved as it is; `conflicts` were changed by both, to different answers."""

    mine: dict[str, Any]
    conflicts: tuple[str, ...]


def merge(base: Values, mine: Values, theirs: Values) -> Merge:
    """Compare field by field with what both began from.

    `mine` holds the fields one sends, None where one is emptied; what one did not change is not
    one's own, however it differs from theirs.
    """
    changed = {name: value for name, value in mine.items() if value != base.get(name)}
    conflicts = tuple(
        name for name, value in changed.items() if theirs.get(name) not in (base.get(name), value)
    )
    free = {
        name: value
        for name, value in changed.items()
        if name not in conflicts and theirs.get(name) != value
    }
    return Merge(free, conflicts)
