"""A service's README as a map: which operations, events told and events heard it lists."""

from __future__ import annotations

import re
from collections.abc import Collection

OPERATIONS = "Operations"
TOLD = "Events told"
HEARD = "Events heard"
_HEADING = re.compile(r"^##\s+(.+?)\s*$")
_HEAD_OF_ENTRY = re.compile(r"^\s*[-*|]\s*((?:`[^`]+`(?:\s*(?:,|/|·|and)\s*)?)+)")


def listed(readme: str, section: str) -> list[str]:
    """The names in backticks that begin a list item or a table row below a heading.

    An event may stand as its class or as its type: `FirmApproved`, `firm_approved.v1`.
    """
    found: list[str] = []
    inside = False
    for line in readme.splitlines():
        if heading := _HEADING.match(line):
            inside = heading[1].lower() == section.lower()
        elif inside and (entry := _HEAD_OF_ENTRY.match(line)):
            found += re.findall(r"`([^`]+)`", entry[1])
    return found


def differences(readme: str, section: str, real: Collection[str]) -> list[str]:
    """What the README says too much, too little or twice."""
    said = listed(readme, section)
    found = [f"{section}: {name} is missing" for name in {*real} - {*said}]
    found += [f"{section}: there is no {name}" for name in {*said} - {*real}]
    found += [f"{section}: {name} stands twice" for name in {*said} if said.count(name) > 1]
    return sorted(found)
