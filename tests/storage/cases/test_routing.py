"""Each case reaches the zone that has its place, and somebody by name (R02, R52)."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.reading import GetCase, GetTimeline, ListCases
from services.cases.contract.operations.zones import (
    ListCaseworkers,
    ListZones,
    RouteCase,
    SetZone,
    SetZoneContact,
)
from services.cases.contract.types.zones import ZoneRange
from services.cases.domain.polygons import Point
from services.chassis.norway.utm import to_utm32
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    ADMINISTRATOR,
    APPROVER,
    CASEWORKER,
    EDITOR,
    FIRM,
    OTHER_STAFF,
    SYSTEM,
)
from tests.storage.cases.test_transfers import person

CENTRE = ZoneRange(kommunenr="4601", gnr_from=160, gnr_to=169)


def zone(code: str = "sentrum", *ranges: ZoneRange, **said: Any) -> SetZone:
    facts = {"name": f"Sone {code}", "email": f"{code}@vann.example", "phone": "+4755500011"}
    return SetZone(code=code, ranges=list(ranges), **{**facts, **said})


@pytest.fixture
def town(desk: Desk) -> Desk:
    """A zone for the centre, whose caseworker is Signe; and Sara, who handles cases too."""
    desk.hear(person("signe", "Signe Saker", 1), SYSTEM)
    desk.hear(person("sara", "Sara Sak", 1), SYSTEM)
    desk.hear(person("adam", "Adam Admin", 1, staff_roles=["administrator"]), SYSTEM)
    desk.ask(zone("sentrum", CENTRE, default_caseworker="signe"), ADMINISTRATOR)
    return desk


def test_a_case_comes_to_its_zone_with_the_zones_caseworker_named(town: Desk) -> None:
    case = town.submitted()
    assert case.zone_contact is not None
    assert (case.zone, case.zone_contact.email) == ("sentrum", "sentrum@vann.example")
    assert (case.status, case.caseworker and case.caseworker.name) == ("received", "Signe Saker")
    mine = town.ask(ListCases(assignee="me"), CASEWORKER).items
    assert [row.case_id for row in mine] == [case.case_id]
    taken = town.ask(AssignCase(case_id=case.case_id), CASEWORKER)
    assert taken.status == "in_progress"


def test_a_caseworker_who_has_left_is_named_on_nothing(town: Desk) -> None:
    town.hear(person("signe", "Signe Saker", 2, active=False), SYSTEM)
    assert town.submitted().caseworker is None


def test_a_point_on_the_map_decides_before_the_number(town: Desk) -> None:
    east, north = to_utm32(60.39, 5.32)
    square: list[Point] = [
        (east - 50, north - 50),
        (east + 50, north - 50),
        (east + 50, north + 50),
        (east - 50, north + 50),
    ]
    town.ask(zone("kai", polygons=[square]), ADMINISTRATOR)
    placed = {**PROPERTY, "lat": 60.39, "lon": 5.32}
    assert town.submitted(properties=[placed]).zone == "kai"
    assert town.submitted(properties=[{**placed, "lat": 60.5}]).zone == "sentrum"
    assert town.submitted().values["properties"] == [{**PROPERTY, "fnr": 0, "snr": 0}]


def test_what_no_zone_has_is_distributed_by_hand(town: Desk) -> None:
    case = town.submitted(properties=[{**PROPERTY, "gnr": 300}])
    assert (case.zone, case.zone_contact, case.caseworker) == ("fordeling", None, None)
    waiting = town.ask(ListCases(zone="fordeling"), CASEWORKER).items
    assert [each.zone_name for each in waiting] == [""]
    assert [row.case_id for row in waiting] == [case.case_id]
    moved = town.ask(RouteCase(case_id=case.case_id, zone="sentrum", reason="Nær"), CASEWORKER)
    assert (moved.zone, moved.caseworker and moved.caseworker.person_id) == ("sentrum", "signe")
    assert town.ask(ListCases(zone="fordeling"), CASEWORKER).items == []
    for reader in (CASEWORKER, FIRM):
        assert [each.zone_name for each in town.ask(ListCases(), reader).items] == ["Sone sentrum"]
    (told,) = town.told("case_routed")
    assert told["zone"]["code"] == "sentrum"
    last = town.ask(GetTimeline(case_id=case.case_id), CASEWORKER).items[-1]
    assert (last.action, last.facts["from"], last.facts["to"]) == ("route", "fordeling", "sentrum")


def test_a_case_being_handled_keeps_its_caseworker_in_another_zone(town: Desk) -> None:
    town.ask(zone("vest", default_caseworker="sara"), ADMINISTRATOR)
    case = town.assigned()
    moved = town.ask(RouteCase(case_id=case.case_id, zone="vest"), APPROVER)
    assert (moved.zone, moved.caseworker and moved.caseworker.person_id) == ("vest", "signe")
    town.ask(RouteCase(case_id=case.case_id, zone="vest"), APPROVER)
    assert len(town.told("case_routed")) == 1, "the same again is no news"


def test_to_a_colleague_and_to_nobody(town: Desk) -> None:
    case = town.assigned()
    names = [each.name for each in town.ask(ListCaseworkers(), CASEWORKER).items]
    assert names == ["Sara Sak", "Signe Saker"]
    given = town.ask(AssignCase(case_id=case.case_id, person_id="sara"), CASEWORKER)
    assert given.caseworker is not None
    assert given.caseworker.name == "Sara Sak"
    left = town.ask(AssignCase(case_id=case.case_id, person_id="none"), CASEWORKER)
    assert (left.status, left.caseworker) == ("in_progress", None)
    town.ask(AssignCase(case_id=case.case_id, person_id="none"), CASEWORKER)
    assert [told["caseworker"] for told in town.told("case_assigned")][-1] is None
    assert len(town.told("case_assigned")) == 3
    assert town.ask(ListCases(assignee="none"), CASEWORKER).items[0].case_id == case.case_id
    nobody = AssignCase(case_id=case.case_id, person_id="adam")
    assert town.refused(nobody, CASEWORKER).code == "NoSuchCaseworker"


def test_administrators_set_zones_and_nobody_takes_anothers_range(town: Desk) -> None:
    assert town.refused(zone("ny"), CASEWORKER).code == "RoleMissing"
    refusal = town.refused(zone("ny", CENTRE), ADMINISTRATOR)
    assert (refusal.code, refusal.facts["zone"]) == ("ZoneRangeTaken", "sentrum")
    wrong = zone("ny", default_caseworker="adam")
    assert town.refused(wrong, ADMINISTRATOR).code == "NoSuchCaseworker"
    narrower = CENTRE.model_copy(update={"bnr_from": 100, "bnr_to": 200})
    town.ask(zone("ny", narrower), ADMINISTRATOR)
    assert town.submitted().zone == "ny"
    town.ask(zone("ny"), ADMINISTRATOR)
    assert town.submitted().zone == "sentrum", "its ranges are those given last"
    assert [each.code for each in town.ask(ListZones(), CASEWORKER).items] == ["ny", "sentrum"]
    assert town.ask(ListZones(), OTHER_STAFF).items == []
    brief = town.ask(ListZones(outlines=False), CASEWORKER).items
    assert [(each.name, each.ranges) for each in brief] == [("Sone ny", []), ("Sone sentrum", [])]


def test_to_a_zone_that_exists_while_the_case_goes_on(town: Desk) -> None:
    case = town.assigned()
    away = RouteCase(case_id=case.case_id, zone="borte")
    assert town.refused(away, CASEWORKER).code == "NoSuchZone"
    here = RouteCase(case_id=case.case_id, zone="fordeling")
    assert town.refused(here, ADMINISTRATOR).code == "RoleMissing"
    assert town.ask(here, CASEWORKER).zone == "fordeling"
    town.ask(WithdrawCase(case_id=case.case_id), FIRM)
    back = RouteCase(case_id=case.case_id, zone="sentrum")
    assert town.refused(back, CASEWORKER).code == "ActionNotOpen"


def test_an_editor_says_how_a_zone_is_reached(town: Desk) -> None:
    case = town.submitted()
    wanted = SetZoneContact(code="sentrum", phone="55 50 00 77", email="ny@vann.example")
    kept = town.ask(wanted, EDITOR)
    assert (kept.ranges, kept.default_caseworker and kept.default_caseworker.name) == (
        [CENTRE],
        "Signe Saker",
    ), "what goes there stays"
    seen = town.ask(GetCase(case_id=case.case_id), FIRM).zone_contact
    assert seen is not None
    assert (seen.phone, seen.email) == ("+4755500077", "ny@vann.example")
    assert town.refused(wanted, CASEWORKER).code == "RoleMissing"
    assert town.refused(SetZoneContact(code="borte"), EDITOR).code == "ZoneNotFound"
    elsewhere = OTHER_STAFF.model_copy(update={"roles": frozenset({"editor"})})
    assert town.refused(wanted, elsewhere).code == "ZoneNotFound"
