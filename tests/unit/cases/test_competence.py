"""What whoever does the work holds: shown on a type's page, and asked for in its form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from tests.support.case_forms import complete

TYPES = {source["code"]: CaseType(source) for source in read_types()}
SHOWN = {code: kind for code, kind in TYPES.items() if kind.definition.competence}
IN_A_TRENCH = sorted(set(SHOWN) - {"VMAL"})
SIX_YEARS = timedelta(days=2192)
CHOICES = {
    "RORM": {"work_kind": "repair"},
    "HOVED": {"stage": "details"},
    "PALEGG": {"order_kind": "leak"},
}
"""What makes each type ask, where it depends on an answer."""


def _whole(code: str) -> dict[str, object]:
    """A complete form of work in a trench."""
    wanted = CHOICES.get(code, {})
    return complete(
        TYPES[code],
        lambda field, options: wanted.get(field.name, options[0]),
        lambda field: field.name.startswith("adk1"),
    )


def _says(code: str, **answers: object) -> set[tuple[str, str]]:
    values = {name: v for name, v in {**_whole(code), **answers}.items() if v is not None}
    return {(problem.field, problem.code) for problem in TYPES[code].check(values).problems}


def test_seven_types_show_it() -> None:
    assert set(SHOWN) == {"SAN", "HOVED", "RORM", "PLUG", "SLAM", "PALEGG", "VMAL"}
    assert {code for code, kind in TYPES.items() if "qualification" in kind.fields} == set(SHOWN)


@pytest.mark.parametrize("code", sorted(SHOWN))
def test_what_the_page_shows_is_what_the_form_asks_for(code: str) -> None:
    asked = SHOWN[code].fields["qualification"]
    assert [choice.label for choice in asked.choices] == SHOWN[code].definition.competence
    assert _says(code) == set(), "complete as it is"
    assert _says(code, qualification=None) == {("qualification", "required")}


@pytest.mark.parametrize("code", sorted(set(IN_A_TRENCH) - {"HOVED"}))
def test_work_in_a_trench_needs_the_certificates_number_and_date(code: str) -> None:
    assert _says(code, adk1_number=None) == {("adk1_number", "required")}
    assert _says(code, adk1_date=None) == {("adk1_date", "required")}


@pytest.mark.parametrize("code", IN_A_TRENCH)
def test_a_certificate_lasts_six_years_to_the_day_the_work_is_done(code: str) -> None:
    day = "done_on" if code == "PALEGG" else "planned_start"
    work = date.fromisoformat(str(_whole(code)[day]))
    assert _says(code, adk1_date=(work - SIX_YEARS).isoformat()) == set()
    older = (work - SIX_YEARS - timedelta(days=1)).isoformat()
    assert _says(code, adk1_date=older) == {(day, "rule_within")}
    assert _says(code, adk1_date=(work + timedelta(days=1)).isoformat()) == {(day, "rule_order")}


def test_who_digs_for_a_main_may_be_chosen_after_the_plans_are_approved() -> None:
    assert _says("HOVED", responsible_name=None, adk1_number=None, adk1_date=None) == set()
    assert "qualification" not in TYPES["HOVED"].visible({"stage": "frame"})


def test_work_indoors_asks_for_no_certificate_of_trenches() -> None:
    indoors = {"work_kind": "water_meter", "meter_work": "move", "old_meter_number": "12"}
    assert "qualification" not in TYPES["RORM"].visible({**_whole("RORM"), **indoors})
    assert not {name for name in TYPES["VMAL"].fields if name.startswith("adk1")}
