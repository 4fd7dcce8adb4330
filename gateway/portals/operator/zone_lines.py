"""Ranges and polygons as an administrator writes them, a line each."""

from __future__ import annotations

import re
from typing import Any

from services.cases.contract.types.zones import HIGHEST, ZoneRange
from services.chassis.messages import FieldError, InvalidRequest

_RANGE = re.compile(r"(\d{4})[\s-]+(\d+)(?:\s*-\s*(\d+))?(?:\s*/\s*(\d+)(?:\s*-\s*(\d+))?)?")
_CORNER = re.compile(r"(-?\d+(?:[.,]\d+)?)[\s;]+(\d+(?:[.,]\d+)?)")


def ranges(text: str) -> list[dict[str, Any]]:
    """`4601 1-149`, or `4601 12/3-40` for a part of a gnr. Refuses InvalidRequest by line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        match = _RANGE.fullmatch(line.strip())
        if match is None:
            raise _unreadable("ranges", number)
        kommunenr, gnr, last_gnr, bnr, last_bnr = match.groups()
        found.append(
            {
                "kommunenr": kommunenr,
                "gnr_from": int(gnr),
                "gnr_to": int(last_gnr or gnr),
                "bnr_from": int(bnr or 1),
                "bnr_to": int(last_bnr or bnr or HIGHEST),
            }
        )
    return found


def as_lines(areas: list[ZoneRange]) -> str:
    """The same, to change."""
    return "\n".join(_line(area) for area in areas)


def _line(area: ZoneRange) -> str:
    gnr = f"{area.gnr_from}" if area.gnr_from == area.gnr_to else f"{area.gnr_from}-{area.gnr_to}"
    whole = (area.bnr_from, area.bnr_to) == (1, HIGHEST)
    bnr = "" if whole else f"/{area.bnr_from}-{area.bnr_to}"
    return f"{area.kommunenr} {gnr}{bnr}"


def polygons(text: str) -> list[list[tuple[float, float]]]:
    """Corners as `east north`, a line each; an empty line begins the next polygon."""
    rings: list[list[tuple[float, float]]] = [[]]
    for number, line in enumerate(text.splitlines(), start=1):
        match = _CORNER.fullmatch(line.strip())
        if match:
            east, north = (float(part.replace(",", ".")) for part in match.groups())
            rings[-1].append((east, north))
        elif line.strip():
            raise _unreadable("polygons", number)
        elif rings[-1]:
            rings.append([])
    return [ring for ring in rings if ring]


def as_corners(rings: list[list[tuple[float, float]]]) -> str:
    """The same, to change."""
    return "\n\n".join("\n".join(_corner(*corner) for corner in ring) for ring in rings)


def _corner(east: float, north: float) -> str:
    """To the centimetre, without noughts at the end."""
    return " ".join(f"{metres:.2f}".rstrip("0").rstrip(".") for metres in (east, north))


def _unreadable(field: str, line: int) -> InvalidRequest:
    return InvalidRequest(
        errors=[FieldError(field=field, code="line_unreadable", facts={"line": line})]
    )
