"""What stands behind one entry of the operators' menu."""

from __future__ import annotations

import pytest

from gateway.portals.operator.set_up_places import PLACES, places_for
from gateway.portals.shared import rendering
from tests.unit.gateway.people import SIGRID


@pytest.mark.parametrize(
    ("roles", "places"),
    [
        (["caseworker"], ["/soner", "/nedetid", "/oppsett"]),
        (["auditor"], ["/soner", "/nedetid", "/oppsett", "/sporing"]),
        (["editor"], ["/soner", "/nedetid", "/kontaktpunkter", "/oppsett"]),
        (["administrator"], [place.href for place in PLACES]),
    ],
)
def test_everybody_finds_what_they_may_open(roles: list[str], places: list[str]) -> None:
    somebody = SIGRID.model_copy(update={"roles": frozenset(roles)})
    assert [place.href for place in places_for(somebody)] == places


def test_the_menu_marks_administration_while_one_is_there() -> None:
    made = rendering.environment()
    assert made.loader is not None
    written, _, _ = made.loader.get_source(made, "operator/header.html")
    marked = written.split('"/administrasjon": [')[1].split("]")[0]
    assert sorted(marked.replace('"', "").split(", ")) == sorted(place.href for place in PLACES)
