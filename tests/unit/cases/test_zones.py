"""Which zone a case belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from services.cases.domain.polygons import Point
from services.cases.domain.zones import FALLBACK, zone_of
from services.chassis.norway import Property
from services.chassis.norway.utm import to_utm32


@dataclass(frozen=True)
class Range:
    """A range of a zone."""

    zone: str
    gnr_from: int
    gnr_to: int
    kommunenr: str = "4601"
    bnr_from: int = 1
    bnr_to: int = 99_999


@dataclass(frozen=True)
class Outline:
    """A zone on the map."""

    zone: str
    ring: list[Point]


AREAS = [Range("vest", 1, 300), Range("sentrum", 160, 169), Range("os", 1, 300, "4624")]


@pytest.mark.parametrize(
    ("kommunenr", "gnr", "zone"),
    [
        ("4601", 160, "sentrum"),
        ("4601", 169, "sentrum"),
        ("4601", 170, "vest"),
        ("4601", 301, FALLBACK),
        ("4624", 165, "os"),
        ("0301", 165, FALLBACK),
    ],
)
def test_by_municipality_and_narrowest_range(kommunenr: str, gnr: int, zone: str) -> None:
    assert zone_of([Property(kommunenr=kommunenr, gnr=gnr, bnr=1)], AREAS) == zone


def test_the_first_property_with_a_zone_decides() -> None:
    places = [Property(kommunenr="4601", gnr=gnr, bnr=1) for gnr in (900, 165, 2)]
    assert zone_of(places, AREAS) == "sentrum"
    assert zone_of([], AREAS) == FALLBACK


def test_a_part_of_a_gnr_is_narrower_than_the_whole() -> None:
    areas = [*AREAS, Range("kai", 165, 165, bnr_from=10, bnr_to=19), Range("hele", 165, 165)]
    found = [
        zone_of([Property(kommunenr="4601", gnr=165, bnr=bnr)], areas) for bnr in (9, 10, 19, 20)
    ]
    assert found == ["hele", "kai", "kai", "hele"]


def around(lat: float, lon: float, metres: float) -> list[Point]:
    """A square with the point in its middle."""
    east, north = to_utm32(lat, lon)
    return [
        (east - metres, north - metres),
        (east + metres, north - metres),
        (east + metres, north + metres),
        (east - metres, north + metres),
    ]


def test_where_it_is_on_the_map_counts_more_than_its_number() -> None:
    lat, lon = 60.39, 5.32
    outlines = [Outline("by", around(lat, lon, 900)), Outline("kvartal", around(lat, lon, 90))]
    here = Property(kommunenr="4601", gnr=165, bnr=1, lat=lat, lon=lon)
    near = Property(kommunenr="4601", gnr=165, bnr=1, lat=lat + 0.002, lon=lon)
    away = Property(kommunenr="4601", gnr=165, bnr=1, lat=61.0, lon=lon)
    unknown = Property(kommunenr="4601", gnr=165, bnr=1)
    found = [zone_of([place], AREAS, outlines) for place in (here, near, away, unknown)]
    assert found == ["kvartal", "by", "sentrum", "sentrum"]
