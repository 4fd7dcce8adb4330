"""The loader refuses nonsense: each check is seen to bite."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.faults import CatalogueInvalid
from services.cases.catalogue.files import HERE, read_type, read_types
from services.cases.contract.types.words import FaultCode

Source = dict[str, Any]
TEXT = {"nb": "Felt", "nn": "Felt", "en": "Field"}
PROPERTIES = {
    "name": "properties",
    "type": "properties",
    "required": True,
    "label": TEXT,
    "help": TEXT,
}
CHOICE = {
    "name": "kind",
    "type": "choice",
    "label": TEXT,
    "help": TEXT,
    "choices": [{"value": "a", "label": TEXT}, {"value": "b", "label": TEXT}],
}
DEPENDENT = {
    "name": "more",
    "type": "text",
    "label": TEXT,
    "help": TEXT,
    "shown_when": {"kind": ["a"]},
}
GOOD: Source = {
    "code": "TEST",
    "version": 1,
    "order": 1,
    "class": "notice",
    "topic": "work",
    "lifecycle": "decision",
    "title": TEXT,
    "summary": TEXT,
    "for_whom": TEXT,
    "how_long": TEXT,
    "professions": ["rorlegger"],
    "manual": "/hjelp/test",
    "deadline": {"weeks": 3},
    "appeal_weeks": 3,
    "appeal_body": TEXT,
    "steps": [{"key": "work", "title": TEXT, "fields": [PROPERTIES, CHOICE, DEPENDENT]}],
}


def _fields(source: Source) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = source["steps"][0]["fields"]
    return fields


def _rows(**changes: Any) -> dict[str, Any]:
    column = {"name": "length", "type": "number", "label": TEXT}
    group = {"name": "g", "type": "rows", "label": TEXT, "help": TEXT, "columns": [column]}
    return {**group, **changes}


def _rule(source: Source, **said: Any) -> None:
    _fields(source).append({"name": "n", "type": "number", "label": TEXT, "help": TEXT})
    _fields(source).append(_rows())
    source["rules"] = [{"kind": "order", "fields": ["n", "g.length"], "says": TEXT, **said}]


SPOILT: list[tuple[FaultCode, str, Callable[[Source], object]]] = [
    ("stands_twice", "steps", lambda s: _fields(s).append(copy.deepcopy(CHOICE))),
    ("stands_twice", "steps", lambda s: s["steps"].append({**s["steps"][0], "fields": []})),
    (
        "no_earlier_field",
        "steps.work.fields.more.shown_when",
        lambda s: _fields(s)[2].update(shown_when={"nowhere": ["a"]}),
    ),
    (
        "no_earlier_field",
        "steps.work.fields.kind.shown_when",
        lambda s: _fields(s)[1].update(shown_when={"more": ["a"]}),
    ),
    (
        "impossible_value",
        "steps.work.fields.more.required_when",
        lambda s: _fields(s)[2].update(required_when={"kind": ["c"]}),
    ),
    (
        "no_values",
        "steps.work.fields.more.shown_when",
        lambda s: _fields(s)[2].update(shown_when={"kind": []}),
    ),
    (
        "not_a_decider",
        "steps.work.fields.more.shown_when",
        lambda s: _fields(s)[2].update(shown_when={"properties": ["a"]}),
    ),
    ("language_missing", "title", lambda s: s.update(title={"nb": "x", "en": "x"})),
    (
        "language_missing",
        "steps.work.fields.kind.choices.a.label",
        lambda s: _fields(s)[1].update(
            choices=[{"value": "a", "label": {"nb": "x", "nn": "x", "en": ""}}]
        ),
    ),
    (
        "language_missing",
        "steps.work.fields.kind.label",
        lambda s: _fields(s)[1].update(label={}),
    ),
    ("help_missing", "steps.work.fields.kind", lambda s: _fields(s)[1].update(help=None)),
    ("choices_misplaced", "steps.work.fields.kind", lambda s: _fields(s)[1].update(choices=[])),
    (
        "stands_twice",
        "steps.work.fields.kind.choices",
        lambda s: _fields(s)[1].update(choices=[CHOICE["choices"][0]] * 2),
    ),
    ("kind_misplaced", "steps.work.fields.more", lambda s: _fields(s)[2].update(kind="FOTO")),
    (
        "refers_misplaced",
        "steps.work.fields.more",
        lambda s: _fields(s)[2].update(refers_to="open"),
    ),
    ("limits_misplaced", "steps.work.fields.more", lambda s: _fields(s)[2].update(unit="m")),
    ("limits_misplaced", "steps.work.fields.more", lambda s: _fields(s)[2].update(most=3)),
    (
        "minimum_over_maximum",
        "steps.work.fields.n",
        lambda s: _fields(s).append(
            {"name": "n", "type": "number", "label": TEXT, "help": TEXT, "minimum": 2, "maximum": 1}
        ),
    ),
    (
        "required_twice",
        "steps.work.fields.more",
        lambda s: _fields(s)[2].update(required=True, required_when={"kind": ["a"]}),
    ),
    ("no_property", "steps", lambda s: _fields(s)[0].update(required=False)),
    (
        "closes_before_opens",
        "closes_at",
        lambda s: s.update(opens_at="2026-02-01T00:00:00Z", closes_at="2026-01-01T00:00:00Z"),
    ),
    ("no_time_zone", "opens_at", lambda s: s.update(opens_at="2026-02-01T00:00:00")),
    ("appeal_halfway", "appeal_weeks", lambda s: s.update(appeal_body=None)),
    ("columns_misplaced", "steps.work.fields.g", lambda s: _fields(s).append(_rows(columns=[]))),
    (
        "columns_misplaced",
        "steps.work.fields.g.columns.p",
        lambda s: _fields(s).append(
            _rows(columns=[{"name": "p", "type": "properties", "label": TEXT}])
        ),
    ),
    (
        "column_conditions",
        "steps.work.fields.g.columns.c",
        lambda s: _fields(s).append(
            _rows(
                columns=[
                    {"name": "c", "type": "date", "label": TEXT, "shown_when": {"kind": ["a"]}}
                ]
            )
        ),
    ),
    ("rule_field", "rules.0", lambda s: _rule(s, fields=["n", "nowhere"])),
    ("rule_field", "rules.0", lambda s: _rule(s, fields=["n", "kind"])),
    ("not_a_decider", "rules.0", lambda s: _rule(s, when={"n": ["1"]})),
    ("rule_kind", "rules.0", lambda s: _rule(s, fields=["n"])),
    ("rule_kind", "rules.0", lambda s: _rule(s, kind="sum")),
    ("rule_kind", "rules.0", lambda s: _rule(s, days=3)),
    ("wrong_value", "lifecycle", lambda s: s.update(lifecycle="unknown")),
    ("wrong_value", "deadline", lambda s: s.update(deadline={"weeks": 1, "working_days": 1})),
    ("unknown_key", "unknown", lambda s: s.update(unknown=1)),
    ("missing", "summary", lambda s: s.pop("summary")),
    ("wrong_value", "steps.work.fields.kind.type", lambda s: _fields(s)[1].update(type="colour")),
]


def test_a_sound_type_is_taken() -> None:
    assert CaseType(copy.deepcopy(GOOD)).definition.code == "TEST"


def test_a_rule_over_a_column_is_sound() -> None:
    source = copy.deepcopy(GOOD)
    _rule(source)
    assert CaseType(source).definition.rules


@pytest.mark.parametrize(
    ("code", "place", "spoil"), SPOILT, ids=[f"{code}-{place}" for code, place, _ in SPOILT]
)
def test_nonsense_is_refused_by_its_place(
    code: FaultCode, place: str, spoil: Callable[[Source], object]
) -> None:
    source = copy.deepcopy(GOOD)
    spoil(source)
    with pytest.raises(CatalogueInvalid, match=code) as refusal:
        CaseType(source)
    assert (code, place) in {(fault.code, fault.place) for fault in refusal.value.faults}


def test_the_fingerprint_follows_the_content_not_the_order_it_is_written_in() -> None:
    turned = dict(reversed(list(copy.deepcopy(GOOD).items())))
    assert CaseType(copy.deepcopy(GOOD)).fingerprint == CaseType(turned).fingerprint
    assert CaseType({**GOOD, "order": 2}).fingerprint != CaseType(copy.deepcopy(GOOD)).fingerprint


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("steps:\n- {block: nowhere}", "unknown_block", 2),
        ("steps:\n- key: a\n  fields:\n  - block: owner\n    only: [nobody]", "rule_field", 4),
        ("steps:\n- key: a\n  fields:\n  - block: owner\n    colour: red", "unknown_key", 5),
        (
            "steps:\n- key: a\n  fields:\n  - {name: f, type: attachment, kind: NOPE}",
            "unknown_attachment",
            4,
        ),
        ("steps:\n- key: a\n  fields:\n  - {name: f, choices: nope}", "unknown_list", 4),
        ("appeal_body: nobody", "unknown_list", 1),
        ("code: X\norder: =nope", "unknown_number", 2),
        ("code: X\ntitle: {nb: 'om {nope} dager'}", "unknown_number", 2),
        ("- a list", "not_a_mapping", 1),
        ("code: X\n\t- y", "not_yaml", 2),
    ],
)
def test_a_text_that_makes_no_sense_is_refused_by_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(CatalogueInvalid) as refusal:
        read_type(text)
    assert [(fault.code, fault.line) for fault in refusal.value.faults] == [(code, line)]


def test_a_fault_in_a_field_says_its_line_also_after_a_block() -> None:
    text = (HERE / "types" / "plug.yaml").read_text(encoding="utf-8")
    line = next(at for at, words in enumerate(text.splitlines(), 1) if "name: stop_fees" in words)
    spoilt = text.replace(
        "- name: stop_fees\n        type: yes_no", "- name: stop_fees\n        type: maybe"
    )
    with pytest.raises(CatalogueInvalid) as refusal:
        CaseType(read_type(spoilt))
    fault = refusal.value.faults[0]
    assert (fault.code, fault.place, fault.line) == (
        "wrong_value",
        "steps.work.fields.stop_fees.type",
        line + 1,
    )


def test_every_file_of_the_catalogue_is_sound() -> None:
    for source in read_types():
        for field in CaseType(source).fields.values():
            assert field.type != "attachment" or (field.accept and field.label["nn"])


def test_no_block_list_or_number_is_left_over() -> None:
    texts = "".join(file.read_text() for file in HERE.glob("*/*.yaml"))
    listed = [*_keys("choices.yaml"), *_keys("numbers.yaml")]
    listed.remove("appeal_body")  # each type names one of its bodies, not the list
    blocks = [file.stem for file in (HERE / "blocks").glob("*.yaml")]
    unused = [name for name in listed if f": {name}" not in texts and f"={name}" not in texts]
    unused = [name for name in unused if f"{{{name}}}" not in texts]
    unused += [name for name in blocks if f"block: {name}\n" not in texts]
    assert unused == []


def _keys(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.partition(":")[0] for line in lines if line[:1].isalpha()]
