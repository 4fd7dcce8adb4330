"""Whether a point lies in a polygon, its edges included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.domain.polygons import Point, contains, size

SQUARE: list[Point] = [(0, 0), (10, 0), (10, 10), (0, 10)]
HORSESHOE: list[Point] = [(0, 0), (10, 0), (10, 10), (7, 10), (7, 3), (3, 3), (3, 10), (0, 10)]


@pytest.mark.parametrize(
    ("ring", "point", "inside"),
    [
        (SQUARE, (5, 5), True),
        (SQUARE, (0, 0), True),
        (SQUARE, (10, 5), True),
        (SQUARE, (5, 10), True),
        (SQUARE, (10.01, 5), False),
        (SQUARE, (-5, 10), False),
        (HORSESHOE, (5, 2), True),
        (HORSESHOE, (5, 5), False),
        (HORSESHOE, (1, 9), True),
        (HORSESHOE, (8, 9), True),
        (HORSESHOE, (5, 3), True),
    ],
)
def test_inside_outside_and_on_the_edge(ring: list[Point], point: Point, inside: bool) -> None:
    assert contains(ring, point) is inside
    assert contains(ring[::-1], point) is inside, "whichever way round it is drawn"


@given(x=st.floats(-20, 20), y=st.floats(-20, 20), turn=st.integers(0, 3))
def test_a_square_is_what_it_is_wherever_one_begins(x: float, y: float, turn: int) -> None:
    ring = SQUARE[turn:] + SQUARE[:turn]
    assert contains(ring, (x, y)) is (0 <= x <= 10 and 0 <= y <= 10)


def test_size() -> None:
    assert size(SQUARE) == 100
    assert size(HORSESHOE) == 72
