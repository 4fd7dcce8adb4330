"""Where a property lies, as a row of the form carries it from the address look-up to the save.

One hidden field holds the point and the numbers it was found for: `60.3941,5.3291@4601/166/2`. When
somebody writes other numbers afterwards the point is not theirs, and is left out, with and without
scripts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from services.chassis.norway import Property

POINT = "point"
NUMBERS = ("kommunenr", "gnr", "bnr")
Row = dict[str, str]


def point_of(row: Mapping[str, Any]) -> str:
    """What the hidden field of the row holds; empty while nobody has looked the place up."""
    if POINT in row:
        return str(row[POINT])
    return written(row.get("lat"), row.get("lon"), _numbers(row))


def written(lat: Any, lon: Any, numbers: str) -> str:
    """The point with the numbers it belongs to; empty without one."""
    return f"{lat},{lon}@{numbers}" if lat and lon else ""


def placed(row: Mapping[str, str]) -> Row:
    """The row as cases keeps it: with its point while its numbers are those it was found for."""
    rest = {part: value for part, value in row.items() if part != POINT}
    point, _, numbers = row.get(POINT, "").partition("@")
    lat, _, lon = point.partition(",")
    if not lon or numbers != _numbers(rest):
        return rest
    whole = {**rest, "lat": lat, "lon": lon}
    return whole if _lies_in_norway(lat, lon) else rest


def _numbers(row: Mapping[str, Any]) -> str:
    return "/".join(str(row.get(part) or "").strip() for part in NUMBERS)


def _lies_in_norway(lat: str, lon: str) -> bool:
    """A hidden field nobody can correct is refused without a word."""
    try:
        Property.model_validate({"kommunenr": "0000", "gnr": 1, "bnr": 1, "lat": lat, "lon": lon})
    except ValidationError:
        return False
    return True
