"""A new draft begins with what is known: an earlier case, the firm, the person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.operations.drafts import CheckCase, CreateCase, WithdrawCase
from services.cases.store import case_types
from services.chassis import clock
from services.chassis.db.transaction import begin
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import CASEWORKER, COLLEAGUE, FIRM, STRANGER


def test_a_copy_takes_the_answers_along_but_no_files_and_no_past_days(desk: Desk) -> None:
    gone = (clock.today() - timedelta(days=1)).isoformat()
    source = desk.submitted(planned_start=gone)
    copy = desk.ask(CreateCase(type="RORM", copy_of=source.case_id), FIRM)
    assert (copy.status, copy.title, copy.place) == ("draft", "Storgata", "Storgata 1")
    assert copy.values["description"] == source.values["description"]
    assert copy.values["adk1_date"] == source.values["adk1_date"] < gone, "no plan, but a fact"
    assert copy.origin.copy_of is not None
    assert copy.origin.copy_of.number == source.number
    assert {dropped.field: dropped.reason for dropped in copy.origin.dropped} == {
        "planned_start": "date_passed",
        "pipe_map": "attachment",
        "sketch": "attachment",
        "photos": "attachment",
    }
    assert set(copy.values).isdisjoint({"planned_start", "pipe_map"})


def test_a_copy_into_a_newer_version_says_what_no_longer_fits(desk: Desk) -> None:
    source = desk.submitted(own_reference="P-1", pipe_material="pe")
    with begin(FIRM) as work:
        newest = case_types.newest(work.session, FIRM.utility, "RORM", work.now)
        changed = newest.source | {"version": newest.definition.version + 1}
        steps = [{**step, "fields": [*step["fields"]]} for step in changed["steps"]]
        for step in steps:
            step["fields"] = [
                field | {"choices": [c for c in field["choices"] if c["value"] != "pe"]}
                if field["name"] == "pipe_material"
                else field
                for field in step["fields"]
                if field["name"] != "own_reference"
            ]
        case_types.publish(work.session, [CaseType({**changed, "steps": steps})], work.now)
    copy = desk.ask(CreateCase(type="RORM", copy_of=source.case_id), FIRM)
    assert copy.type_version == source.type_version + 1
    reasons = {dropped.field: dropped.reason for dropped in copy.origin.dropped}
    assert (reasons["own_reference"], reasons["pipe_material"]) == ("gone", "does_not_fit")


def test_a_case_that_follows_on_has_place_and_client(desk: Desk) -> None:
    earlier = desk.submitted("FORH")
    case = desk.ask(CreateCase(type="RORM", reference_case=earlier.case_id), FIRM)
    assert case.origin.reference is not None
    assert case.origin.reference.number == earlier.number
    assert case.values["owner_name"] == earlier.values["owner_name"]
    assert case.place == earlier.place
    assert "description" not in case.values


@pytest.mark.parametrize("how", ["copy_of", "reference_case"])
def test_nobody_copies_what_is_not_theirs(desk: Desk, how: str) -> None:
    case = desk.submitted()
    request = CreateCase(type="RORM", **{how: case.case_id})
    assert desk.refused(request, STRANGER).code == "CaseNotFound"
    assert desk.refused(CreateCase(type="RORM", copy_of="unknown"), FIRM).code == "CaseNotFound"


def test_who_is_responsible_is_remembered_from_ones_own_last_case(desk: Desk) -> None:
    desk.submitted()
    fresh = desk.ask(CreateCase(type="RORM"), FIRM)
    assert (fresh.values["responsible_name"], fresh.values["adk1_number"]) == (
        "Odd Kobling",
        "1234",
    )
    assert fresh.origin.prefilled == [
        "adk1_date",
        "adk1_number",
        "qualification",
        "responsible_name",
    ]
    assert desk.ask(CreateCase(type="RORM"), COLLEAGUE).values == {}
    assert desk.ask(CreateCase(type="RORM"), STRANGER).values == {}


def test_the_firm_that_applies_is_the_plumber(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="PASL-FETT"), FIRM)
    assert (case.values["plumber_name"], case.values["plumber_orgnr"]) == (
        FIRM.firm_name,
        FIRM.firm_orgnr,
    )


def test_an_open_case_on_the_same_property_is_a_warning(desk: Desk) -> None:
    first = desk.submitted()
    draft = desk.draft(actor=COLLEAGUE)
    check = desk.ask(CheckCase(case_id=draft.case_id), COLLEAGUE)
    assert check.complete, "a warning is no obstacle"
    assert [(each.own, each.case and each.case.number) for each in check.duplicates] == [
        (True, first.number)
    ]
    for place in ({**PROPERTY, "bnr": 124}, {**PROPERTY, "kommunenr": "4602"}):
        other = desk.draft(properties=[place])
        assert desk.ask(CheckCase(case_id=other.case_id), FIRM).duplicates == []
    section = desk.draft(properties=[{**PROPERTY, "snr": 4}])
    assert desk.ask(CheckCase(case_id=section.case_id), FIRM).duplicates, "one plot"
    desk.ask(WithdrawCase(case_id=first.case_id), FIRM)
    assert desk.ask(CheckCase(case_id=draft.case_id), FIRM).duplicates == []


def test_of_another_firms_case_only_that_there_is_one(desk: Desk) -> None:
    for _ in range(2):
        desk.submitted(actor=STRANGER)
    desk.ask(CreateCase(type="RORM"), STRANGER)
    draft = desk.draft()
    check = desk.ask(CheckCase(case_id=draft.case_id), FIRM)
    assert [each.model_dump() for each in check.duplicates] == [{"own": False, "case": None}]
    assert CASEWORKER.name not in check.model_dump_json()
