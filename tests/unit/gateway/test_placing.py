"""A property keeps the point it was looked up at, for as long as its numbers are those."""

from __future__ import annotations

import pytest

from gateway.addresses.answer import AddressHit
from gateway.portals.contractor.address_rows import pick_value, picked
from gateway.portals.contractor.form_fields import kept_rows
from gateway.portals.contractor.placing import placed, point_of
from services.chassis.norway import Property

PLOT = {"kommunenr": "4601", "gnr": "166", "bnr": "2"}
POINT = "60.3941,5.3291@4601/166/2"
SAVED = {"kommunenr": "4601", "gnr": 166, "bnr": 2, "fnr": 0, "lat": 60.3941, "lon": 5.3291}


def test_what_was_saved_is_shown_and_sent_and_is_the_same_again() -> None:
    assert point_of(SAVED) == POINT
    sent = placed({**PLOT, "fnr": "", "point": POINT})
    again = Property.model_validate({part: value for part, value in sent.items() if value})
    assert (again.lat, again.lon) == (SAVED["lat"], SAVED["lon"])


def test_what_one_typed_oneself_has_no_point() -> None:
    assert point_of(PLOT) == ""
    assert placed({**PLOT, "point": ""}) == PLOT
    assert point_of({**PLOT, "point": "as typed"}) == "as typed"


@pytest.mark.parametrize("part", PLOT)
def test_another_number_written_afterwards_is_another_place(part: str) -> None:
    assert placed({**PLOT, part: "4602", "point": POINT}) == {**PLOT, part: "4602"}


@pytest.mark.parametrize("point", ["60.39", "x,y", "1,1", "60.39,5.33,7", "nan,nan", ",", "<,>"])
def test_a_point_that_is_none_is_left_out(point: str) -> None:
    assert placed({**PLOT, "point": f"{point}@4601/166/2"}) == PLOT


def test_a_point_alone_is_no_property() -> None:
    assert kept_rows([{"point": POINT}, {"kommunenr": "4601", "point": POINT}]) == []


def test_the_button_of_a_hit_says_where_it_lies() -> None:
    place = Property(kommunenr="4601", gnr=166, bnr=2, fnr=31)
    hit = AddressHit(address="Vannverksgata 17", postcode="5003", town="FJORDBY",
                     municipality="FJORDBY", property=place, lat=60.3941, lon=5.3291)  # fmt: skip
    which = pick_value("properties", 1, hit).removeprefix("pick:properties:")
    rows = picked(which, [{"gnr": "1"}, {"address": "vann", "point": ""}])
    assert rows[0] == {"gnr": "1"}
    assert rows[1] == {**PLOT, "fnr": "31", "address": "Vannverksgata 17", "point": POINT}
    bare = pick_value("properties", 0, hit.model_copy(update={"lat": None, "lon": None}))
    assert picked(bare.removeprefix("pick:properties:"), [{}])[0]["point"] == ""
