"""Addresses and paths that hold on one machine or in one network only."""

from __future__ import annotations

import re

from tests.architecture.checks.sources import Source

_ADDRESS = re.compile(r"(?:https?|file|git\+\w+)://[^\s\"']+|--(?:extra-)?index-url|--find-links")
_HOME = re.compile(r"(?<![\w/.])/(?:home|Users)/\w+")


def addresses(source: Source) -> list[str]:
    """Where a lock file says whence to fetch: it carries names, versions and hashes."""
    return [
        f"{source.path}:{number}: {match[0]}"
        for number, line in enumerate(source.text.splitlines(), 1)
        if (match := _ADDRESS.search(line))
    ]


def machine_paths(source: Source, checkout: str) -> list[str]:
    """Somebody's home, or the folder this very checkout stands in."""
    own = checkout if checkout.count("/") > 1 else None
    return [
        f"{source.path}:{number}: a path of one machine"
        for number, line in enumerate(source.text.splitlines(), 1)
        if _HOME.search(line) or (own and own in line)
    ]
