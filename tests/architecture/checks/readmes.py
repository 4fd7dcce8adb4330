"""A service's README as a map: which operations, events told and events heard it lists."""

from __future__ import annotations

import re
from collections.abc import Collection

from services.chassis.messages import snake_case

OPERATIONS = ("Operations",)
TOLD = ("Events told", "Tells")
HEARD = ("Events heard", "Hears")
_HEADING = re.compile(r"^##\s+(.+?)\s*$")
_VERSION = re.compile(r"\.v\d+$")
_NAME = re.compile(r"[A-Za-z]\w*")


def listed(readme: str, headings: Collection[str]) -> list[str]:
    """The names in backticks below a heading, as operations and event types are written.

    An event may stand as its class or as its type: `FirmApproved`, `firm_approved.v1`.
    """
    found: list[str] = []
    inside = False
    for line in readme.splitlines():
        if heading := _HEADING.match(line):
            inside = heading[1] in headings
        elif inside:
            found += [_VERSION.sub("", name) for name in re.findall(r"`([^`]+)`", line)]
    return [name if name.islower() else snake_case(name) for name in found if _NAME.fullmatch(name)]


def differences(
    readme: str, headings: Collection[str], real: Collection[str], known: Collection[str] = ()
) -> list[str]:
    """What the README leaves out, and what it lists though there is no such thing (any more).

    A single word may be a role or a field; a name of several words is an operation, an event, or
    one of the `known` other names the section may speak of.
    """
    section = next(iter(headings))
    said = listed(readme, headings)
    found = [f"{section}: {name} is missing" for name in {*real} - {*said}]
    strangers = {name for name in said if "_" in name} - {*real} - {*known}
    return sorted(found + [f"{section}: there is no {name}" for name in strangers])
