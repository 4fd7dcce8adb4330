"""Whether a point lies in a polygon; both in EPSG:25832, metres. Pure, no library."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]


def contains(ring: Sequence[Point], point: Point) -> bool:
    """By how many edges a ray eastwards crosses; a point on an edge belongs to the polygon."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in _edges(ring):
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if turn == 0 and _between(ax, bx, x) and _between(ay, by, y):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def size(ring: Sequence[Point]) -> float:
    """Square metres: of two that hold a point the smaller is the more exact."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in _edges(ring))) / 2


def _edges(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(pairwise([*ring, ring[0]]))


def _between(one: float, other: float, value: float) -> bool:
    return min(one, other) <= value <= max(one, other)
