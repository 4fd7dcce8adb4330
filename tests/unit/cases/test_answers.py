"""One type of value per type of field, read kindly and kept in one form."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.contract.errors import InvalidForm

TYPES = {source["code"]: CaseType(source) for source in read_types()}
RORM, FORH = TYPES["RORM"], TYPES["FORH"]
PLACE = {"kommunenr": "4601", "gnr": 1, "bnr": 2}


@pytest.mark.parametrize(
    ("kind", "field", "given_value", "kept"),
    [
        (RORM, "pipe_dimension", " 110 ", 110),
        (RORM, "pipe_length", "1 234,5", 1234.5),
        (RORM, "pipe_length", 3, 3.0),
        (RORM, "closes_public_line", "yes", True),
        (RORM, "closes_public_line", "False", False),
        (RORM, "planned_start", "2026-12-01", "2026-12-01"),
        (RORM, "pipe_services", ["water", "foul", "water"], ["water", "foul"]),
        (RORM, "owner_orgnr", "NO 311 153 056 MVA", "311153056"),
        (RORM, "owner_mobile", "99 99 99 99", "+4799999999"),
        (RORM, "owner_email", " a@b.no ", "a@b.no"),
        (RORM, "description", "  tekst  ", "tekst"),
        (RORM, "description", "", None),
        (RORM, "photos", [], None),
        (RORM, "photos", ["a", "a"], ["a"]),
        (RORM, "description", None, None),
        (RORM, "properties", [PLACE], [{**PLACE, "fnr": 0, "snr": 0, "address": ""}]),
        (FORH, "lowest_drain_level", "-1,5", -1.5),
    ],
)
def test_kept_in_one_form(kind: CaseType, field: str, given_value: Any, kept: Any) -> None:
    assert kind.normalised({field: given_value}) == {field: kept}


@pytest.mark.parametrize(
    ("field", "value", "place", "code"),
    [
        ("pipe_dimension", "12,5", "pipe_dimension", "whole_number"),
        ("pipe_dimension", 5, "pipe_dimension", "too_low"),
        ("pipe_dimension", 5000, "pipe_dimension", "too_high"),
        ("pipe_length", "mange", "pipe_length", "number_invalid"),
        ("pipe_length", True, "pipe_length", "number_invalid"),
        ("pipe_length", "nan", "pipe_length", "number_invalid"),
        ("pipe_length", float("inf"), "pipe_length", "too_high"),
        ("closes_public_line", "kanskje", "closes_public_line", "not_a_choice"),
        ("closes_public_line", 1, "closes_public_line", "not_a_choice"),
        ("planned_start", "2026-02-30", "planned_start", "date_invalid"),
        ("planned_start", "2026-02-01T10:00", "planned_start", "date_invalid"),
        ("planned_start", 20260201, "planned_start", "date_invalid"),
        ("work_kind", "sprenging", "work_kind", "not_a_choice"),
        ("pipe_services", ["water", "olje"], "pipe_services.1", "not_a_choice"),
        ("owner_orgnr", "123456789", "owner_orgnr", "orgnr_invalid"),
        ("owner_mobile", "55 56 78 15", "owner_mobile", "mobile_invalid"),
        ("owner_email", "ikke-en-adresse", "owner_email", "email_invalid"),
        ("own_reference", "x" * 101, "own_reference", "too_long"),
        ("description", 5, "description", "wrong_type"),
        ("description", "a\0b", "description", "string_unicode"),
        ("photos", "id", "photos", "wrong_type"),
        ("photos", [str(n) for n in range(21)], "photos", "too_many"),
        ("properties", [{"gnr": 1, "bnr": 1}], "properties.0.kommunenr", "required"),
        ("properties", [{**PLACE, "kommunenr": "46"}], "properties.0.kommunenr", "pattern"),
        ("properties", [{**PLACE, "address": "\0"}], "properties.0", "string_unicode"),
        ("ukjent", "x", "ukjent", "unknown_field"),
    ],
)
def test_refused_by_place_and_code(field: str, value: Any, place: str, code: str) -> None:
    with pytest.raises(InvalidForm) as refusal:
        RORM.normalised({field: value})
    assert [(e.field, e.code) for e in refusal.value.errors] == [(place, code)]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(name=st.sampled_from(sorted(RORM.fields)), value=ANYTHING)
def test_anything_is_kept_or_refused_and_what_is_kept_stays(name: str, value: Any) -> None:
    try:
        kept = RORM.normalised({name: value})
    except InvalidForm:
        return
    assert RORM.normalised(kept) == kept
    assert "\\u0000" not in json.dumps(kept)
    RORM.check(kept)
