"""From latitude and longitude to UTM zone 32 (EPSG:25832), as maps of western Norway have it.

Krüger's series to the third order on GRS 80: right to a millimetre within the zone and to a few
centimetres over the rest of southern Norway. Euref89 and WGS 84 are taken as one, as half a metre
decides no zone.
"""

from __future__ import annotations

from math import atan2, atanh, cos, cosh, hypot, radians, sin, sinh, sqrt

AXIS, FLATTENING = 6_378_137.0, 1 / 298.257222101
SCALE, FALSE_EASTING, CENTRAL_MERIDIAN = 0.9996, 500_000.0, 9.0
_N = FLATTENING / (2 - FLATTENING)
_RADIUS = AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16,
    13 * _N**2 / 48 - 3 * _N**3 / 5,
    61 * _N**3 / 240,
)
_E = 2 * sqrt(_N) / (1 + _N)


def to_utm32(lat: float, lon: float) -> tuple[float, float]:
    """Easting and northing in metres of a point in degrees."""
    phi, lam = radians(lat), radians(lon - CENTRAL_MERIDIAN)
    t = sinh(atanh(sin(phi)) - _E * atanh(_E * sin(phi)))
    xi, eta = atan2(t, cos(lam)), atanh(sin(lam) / hypot(1, t))
    northing = xi + sum(
        a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in enumerate(_ALPHA, start=1)
    )
    easting = eta + sum(
        a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in enumerate(_ALPHA, start=1)
    )
    return FALSE_EASTING + SCALE * _RADIUS * easting, SCALE * _RADIUS * northing
