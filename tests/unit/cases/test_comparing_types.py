"""What changed between two versions, and which answers of a draft survive it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.comparison import changes, dropped
from services.cases.catalogue.files import read_types

SOURCE = next(source for source in read_types() if source["code"] == "PLUG")
OLD = CaseType(SOURCE)
TEXT = {"nb": "Nytt", "nn": "Nytt", "en": "New"}
Source = dict[str, Any]


def _changed(change: Callable[[Source], object]) -> CaseType:
    source = copy.deepcopy(OLD.source)
    change(source)
    return CaseType(source)


def _field(source: Source, name: str) -> Source:
    fields: list[Source] = [field for step in source["steps"] for field in step["fields"]]
    return next(field for field in fields if field["name"] == name)


def _without(source: Source, name: str) -> None:
    for step in source["steps"]:
        step["fields"] = [field for field in step["fields"] if field["name"] != name]


def _added(source: Source, **said: Any) -> None:
    new = {"name": "fresh", "type": "yes_no", "label": TEXT, "help": TEXT, **said}
    source["steps"][1]["fields"].append(new)


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        (_added, "field_added", "fresh"),
        (lambda s: _added(s, required=True), "now_required", "fresh"),
        (lambda s: _without(s, "meter_number"), "field_removed", "meter_number"),
        (lambda s: _field(s, "meter_number").update(required=True), "now_required", "meter_number"),
        (lambda s: _field(s, "stop_fees").pop("required"), "no_longer_required", "stop_fees"),
        (lambda s: _field(s, "plug_reason")["choices"].pop(), "choices_changed", "plug_reason"),
        (lambda s: _field(s, "plugs")["columns"].pop(), "choices_changed", "plugs"),
        (lambda s: _field(s, "meter_reading").update(maximum=9), "limits_changed", "meter_reading"),
        (lambda s: _field(s, "stop_fees").update(label=TEXT), "words_changed", "stop_fees"),
        (lambda s: _field(s, "plugs").update(most=3), "limits_changed", "plugs"),
        (
            lambda s: _field(s, "stop_fees").update(shown_when={"plug_period": ["permanent"]}),
            "conditions_changed",
            "stop_fees",
        ),
        (lambda s: s["rules"].pop(), "rules_changed", "rules"),
        (lambda s: s.update(deadline={"working_days": 5}), "terms_changed", "deadline"),
        (lambda s: s.update(closes_at="2027-01-01T00:00:00Z"), "terms_changed", "closes_at"),
    ],
)
def test_each_kind_of_change_is_named(
    change: Callable[[Source], object], kind: str, field: str
) -> None:
    found = [(each.kind, each.field) for each in changes(OLD, _changed(change))]
    assert found == [(kind, field)]


def test_a_moved_field_and_no_change_at_all() -> None:
    def move(source: Source) -> None:
        field = _field(source, "meter_number")
        _without(source, "meter_number")
        source["steps"][2]["fields"].append(field)

    assert [c.kind for c in changes(OLD, _changed(move))] == ["field_moved"]
    assert changes(OLD, _changed(lambda s: s.update(version=2))) == []


def test_before_and_after_are_told_side_by_side() -> None:
    change = changes(OLD, _changed(lambda s: s.update(deadline={"weeks": 5})))[0]
    assert (change.before, change.after) == ("weeks: 3", "weeks: 5")


def test_answers_without_a_place_are_dropped_and_others_kept() -> None:
    def change(source: Source) -> None:
        _without(source, "meter_number")
        choices = _field(source, "plug_reason")["choices"]
        choices[:] = [choice for choice in choices if choice["value"] != "demolition"]

    values = {"meter_number": "12", "plug_reason": "demolition", "stop_fees": True}
    assert dropped(_changed(change), values) == ["meter_number", "plug_reason"]
    assert dropped(OLD, values) == []
