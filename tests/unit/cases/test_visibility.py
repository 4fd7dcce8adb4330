"""Hidden means absent: for the check, for what is sent in, and for what depends on the hidden."""

from __future__ import annotations

from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.chassis import clock

TYPES = {source["code"]: CaseType(source) for source in read_types()}
RORM = TYPES["RORM"]


def _missing(**values: Any) -> set[str]:
    return {problem.field for problem in RORM.check(values).problems}


def test_a_choice_shows_and_demands_its_own_fields() -> None:
    assert "tank_emptied" not in _missing(work_kind="repair")
    assert {"tank_emptied", "tank_handling", "photos", "adk1_number"} <= _missing(
        work_kind="septic_tank"
    )
    assert "pipe_services" in _missing(work_kind="repair")
    assert "pipe_services" not in _missing(work_kind="water_meter")


def test_yes_shows_and_no_hides() -> None:
    assert "closure_description" in _missing(closes_public_line=True)
    assert "closure_description" not in _missing(closes_public_line=False)
    assert "subscriber_name" in _missing(subscriber_is_owner=False)


def test_both_conditions_must_hold() -> None:
    assert "old_meter_reading" in _missing(work_kind="water_meter", meter_work="replace")
    assert "old_meter_reading" not in _missing(work_kind="water_meter", meter_work="new")


def test_what_depends_on_a_hidden_answer_is_hidden_too() -> None:
    values = {"work_kind": "repair", "meter_work": "replace", "old_meter_number": "12"}
    assert RORM.visible(values) == {"work_kind": "repair"}
    assert "old_meter_reading" not in _missing(**values)


def test_a_step_is_complete_because_it_was_checked() -> None:
    place = [{"kommunenr": "4601", "gnr": 1, "bnr": 1}]
    check = RORM.check({"properties": place})
    assert check.steps_complete == ["property"]
    assert not check.complete


def test_no_is_an_answer_but_an_empty_list_is_none() -> None:
    assert "needs_dispensation" not in _missing(needs_dispensation=False)
    assert "pipe_map" in _missing(pipe_map=[])


def test_the_json_schema_says_the_same() -> None:
    schema = RORM.view(clock.now()).json_schema
    assert set(schema["properties"]) == set(RORM.fields)
    assert set(schema["required"]) == _missing()
    rules = {
        next(iter(rule["else"]["properties"])): rule for rule in schema["allOf"] if "else" in rule
    }
    assert set(rules) == {name for name, field in RORM.fields.items() if field.shown_when}
    closure = rules["closure_description"]
    assert closure["if"]["properties"] == {"closes_public_line": {"enum": [True]}}
    assert closure["then"] == {"required": ["closure_description"]}
    photos = [rule for rule in schema["allOf"] if rule.get("then") == {"required": ["photos"]}]
    assert photos[0]["if"]["properties"]["work_kind"]["enum"] == [
        "septic_tank",
        "plugging",
        "water_meter",
    ]
