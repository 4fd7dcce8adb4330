"""Ranges and polygons as an administrator writes them."""

from __future__ import annotations

import pytest

from gateway.portals.operator import zone_lines
from services.cases.contract.types.zones import ZoneRange
from services.chassis.messages import InvalidRequest

WRITTEN = "4601 1-149\n4601 150\n4601 12/3-40\n4601 7/9-9"


def test_what_is_read_is_written_the_same() -> None:
    read = [ZoneRange.model_validate(each) for each in zone_lines.ranges(f"\n{WRITTEN}\n\n")]
    assert zone_lines.as_lines(read) == WRITTEN
    assert (read[1].gnr_from, read[1].gnr_to, read[1].bnr_to) == (150, 150, 99_999)
    assert (read[2].bnr_from, read[2].bnr_to) == (3, 40)


def test_polygons_are_parted_by_empty_lines() -> None:
    text = (
        "297000 6700000\n297100,5; 6700000\n297100 6700100\n\n\n1 6400000\n2 6400000\n2 6400001\n"
    )
    first, second = zone_lines.polygons(text)
    assert first[1] == (297100.5, 6700000.0)
    assert len(second) == 3
    assert zone_lines.polygons(zone_lines.as_corners([second])) == [second]


@pytest.mark.parametrize("text", ["4601 1-149\nBergen", "46 1", "4601 a-b", "4601"])
def test_a_line_that_makes_no_sense_is_named(text: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        zone_lines.ranges(text)
    assert refused.value.errors[0].field == "ranges"
    with pytest.raises(InvalidRequest) as refused:
        zone_lines.polygons("1 6400000\nøst nord")
    assert refused.value.errors[0].facts == {"line": 2}
