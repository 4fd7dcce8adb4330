"""Which zone a case belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from services.cases.domain.zones import FALLBACK, zone_of
from services.chassis.norway import Property


@dataclass(frozen=True)
class Range:
    """A range of a zone."""

    zone: str
    gnr_from: int
    gnr_to: int
    kommunenr: str = "4601"


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
