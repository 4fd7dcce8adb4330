"""Points whose coordinates in both systems are published or follow from the definition."""

from __future__ import annotations

import pytest

from services.chassis.norway.utm import to_utm32


@pytest.mark.parametrize(
    ("lat", "lon", "east", "north"),
    [
        (0.0, 9.0, 500_000.0, 0.0),
        (60.0, 9.0, 500_000.0, 6_651_411.190),
        (60.0, 6.0, 332_705.179, 6_655_205.484),
        (60.0, 12.0, 667_294.821, 6_655_205.484),
    ],
)
def test_known_points(lat: float, lon: float, east: float, north: float) -> None:
    found = to_utm32(lat, lon)
    assert found == pytest.approx((east, north), abs=0.01)


def test_the_zone_is_symmetric_about_its_meridian() -> None:
    west, east = to_utm32(60.39, 5.32), to_utm32(60.39, 12.68)
    assert west[1] == pytest.approx(east[1], abs=1e-6)
    assert west[0] - 500_000 == pytest.approx(500_000 - east[0], abs=1e-6)
