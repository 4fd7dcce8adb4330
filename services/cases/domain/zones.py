"""Which zone a case belongs to: by where it is on the map, else by its cadastral number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from services.cases.domain.polygons import Point, contains, size
from services.chassis.norway import Property
from services.chassis.norway.utm import to_utm32

FALLBACK = "fordeling"
"""Where cases go that no zone's area holds: somebody distributes them by hand."""


class Area(Protocol):
    """A range of a zone, both ends included."""

    @property
    def zone(self) -> str: ...
    @property
    def kommunenr(self) -> str: ...
    @property
    def gnr_from(self) -> int: ...
    @property
    def gnr_to(self) -> int: ...
    @property
    def bnr_from(self) -> int: ...
    @property
    def bnr_to(self) -> int: ...


class Polygon(Protocol):
    """A zone's outline on the map."""

    @property
    def zone(self) -> str: ...
    @property
    def ring(self) -> Sequence[Point]: ...


def zone_of(
    properties: Iterable[Property], areas: Iterable[Area], polygons: Iterable[Polygon] = ()
) -> str:
    """The zone of the first property that has one.

    A point in a polygon is more exact than a number; the smallest polygon wins, and the narrowest
    of overlapping ranges.
    """
    outlines = sorted(polygons, key=lambda outline: (size(outline.ring), outline.zone))
    ranges = sorted(areas, key=lambda area: (*_width(area), area.zone))
    for place in properties:
        found = _on_the_map(place, outlines) or _by_number(place, ranges)
        if found:
            return found
    return FALLBACK


def _on_the_map(place: Property, outlines: Sequence[Polygon]) -> str:
    if place.lat is None or place.lon is None:
        return ""
    point = to_utm32(place.lat, place.lon)
    return next((each.zone for each in outlines if contains(each.ring, point)), "")


def _by_number(place: Property, ranges: Sequence[Area]) -> str:
    return next((area.zone for area in ranges if _holds(area, place)), "")


def _holds(area: Area, place: Property) -> bool:
    return (
        area.kommunenr == place.kommunenr
        and area.gnr_from <= place.gnr <= area.gnr_to
        and area.bnr_from <= place.bnr <= area.bnr_to
    )


def _width(area: Area) -> tuple[int, int]:
    return area.gnr_to - area.gnr_from, area.bnr_to - area.bnr_from
