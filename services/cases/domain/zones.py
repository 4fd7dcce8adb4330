"""Which zone a case belongs to: by municipality and range of cadastral units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from services.chassis.norway import Property

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


def zone_of(properties: Iterable[Property], areas: Iterable[Area]) -> str:
    """The zone of the first property that has one; the narrowest of overlapping ranges wins."""
    known = sorted(areas, key=lambda area: (area.gnr_to - area.gnr_from, area.zone))
    for place in properties:
        for area in known:
            if area.kommunenr == place.kommunenr and area.gnr_from <= place.gnr <= area.gnr_to:
                return area.zone
    return FALLBACK
