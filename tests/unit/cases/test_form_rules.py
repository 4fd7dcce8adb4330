"""Rules across fields: dates in order, sums, at least one; said at the field, in its own words."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.catalogue.rules import broken
from services.cases.contract.types.catalogue import FormRule
from tests.support.case_forms import complete

TYPES = {source["code"]: CaseType(source) for source in read_types()}
SAYS = {"nb": "Nei", "nn": "Nei", "en": "No"}


def _broken(shown: dict[str, Any], **rule: Any) -> list[str]:
    return [name for name, _ in broken([FormRule(says=SAYS, **rule)], shown)]


@pytest.mark.parametrize(
    ("rule", "holding", "breaking"),
    [
        (
            {"kind": "order", "fields": ["a", "b"]},
            [{"a": "2026-01-01", "b": "2026-01-01"}, {"a": "2026-01-01"}, {}],
            [{"a": "2026-01-02", "b": "2026-01-01"}],
        ),
        (
            {"kind": "within", "fields": ["a", "b"], "days": 14},
            [{"a": "2026-02-20", "b": "2026-03-06"}, {"b": "2026-03-06"}],
            [{"a": "2026-02-20", "b": "2026-03-07"}],
        ),
        (
            {"kind": "sum", "fields": ["a", "r.n"], "total": "b"},
            [{"a": 0.1, "r": [{"n": 0.2}], "b": 0.3}, {"a": 1}, {"b": 1}],
            [{"a": 1, "r": [{"n": 2}, {}], "b": 4}],
        ),
        (
            {"kind": "any_of", "fields": ["a", "b"]},
            [{"a": "x"}, {"b": False}],
            [{}, {"c": "x"}],
        ),
        (
            {"kind": "equal", "fields": ["a", "b"]},
            [{"a": 1, "b": 1}, {"a": 1}, {}],
            [{"a": 1, "b": 2}],
        ),
        (
            {"kind": "any_of", "fields": ["a", "b"], "when": {"c": ["yes"]}},
            [{}, {"c": False}, {"c": True, "a": 1}],
            [{"c": True}],
        ),
    ],
)
def test_what_holds_and_what_breaks(
    rule: dict[str, Any], holding: list[dict[str, Any]], breaking: list[dict[str, Any]]
) -> None:
    assert [_broken(shown, **rule) for shown in holding] == [[]] * len(holding)
    assert [_broken(shown, **rule) for shown in breaking] == [["b"]] * len(breaking)


def test_a_broken_rule_is_said_where_it_can_be_put_right() -> None:
    kind = TYPES["PLUG"]
    values = {**complete(kind), "planned_start": "2026-12-02", "planned_end": "2026-12-01"}
    problem = kind.check(values).problems[0]
    assert (problem.field, problem.code, problem.step) == ("planned_end", "rule_order", "work")
    assert problem.facts["says"]["nn"].startswith("Arbeidet kan ikkje")


def test_a_rule_about_hidden_answers_is_not_asked() -> None:
    kind = TYPES["VMAL"]
    values = {
        **complete(kind),
        "meter_work": "remove",
        "old_meter_number": "12",
        "old_meter_reading": 5,
        "photos": ["a"],
        "handed_out_on": "2026-12-01",
        "fitted_on": "2026-01-01",
    }
    assert not kind.check(values).problems


def test_too_old_a_certificate_and_too_long_a_connection_are_refused() -> None:
    plug = TYPES["PLUG"]
    old = {**complete(plug), "adk1_date": "2020-01-01"}
    assert [p.code for p in plug.check(old).problems] == ["rule_within"]
    midl = TYPES["MIDL"]
    long = {**complete(midl), "planned_start": "2026-01-01", "planned_end": "2027-02-01"}
    assert [p.field for p in midl.check(long).problems] == ["planned_end"]


def test_rows_that_do_not_add_up_are_refused_and_empty_rows_are_none() -> None:
    kind = TYPES["UTSL"]
    rows = [{"kind": "house", "pe": "5"}, {"pe": None}, {"kind": "leisure", "pe": 2.5}]
    kept = kind.normalised({**complete(kind), "sources": rows, "total_pe": 7.5})
    assert kept["sources"] == [{"kind": "house", "pe": 5.0}, {"kind": "leisure", "pe": 2.5}]
    assert kind.check(kept).complete
    assert [p.field for p in kind.check({**kept, "total_pe": 8}).problems] == ["total_pe"]
