"""The loader refuses nonsense: each check is seen to bite."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import CatalogueInvalid, read_types

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
    "lifecycle": "decision",
    "title": TEXT,
    "summary": TEXT,
    "for_whom": TEXT,
    "how_long": TEXT,
    "professions": ["rorlegger"],
    "manual": "/hjelp/test",
    "deadline": {"weeks": 3},
    "appeal_weeks": 3,
    "steps": [{"key": "work", "title": TEXT, "fields": [PROPERTIES, CHOICE, DEPENDENT]}],
}


def _fields(source: Source) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = source["steps"][0]["fields"]
    return fields


SPOILT: dict[str, Callable[[Source], object]] = {
    "stands 2 times": lambda s: _fields(s).append(copy.deepcopy(CHOICE)),
    "step work stands 2 times": lambda s: s["steps"].append({**s["steps"][0], "fields": []}),
    "no earlier field nowhere": lambda s: _fields(s)[2].update(shown_when={"nowhere": ["a"]}),
    "no earlier field more": lambda s: _fields(s)[1].update(shown_when={"more": ["a"]}),
    "kind is never c": lambda s: _fields(s)[2].update(required_when={"kind": ["c"]}),
    "kind has no values": lambda s: _fields(s)[2].update(shown_when={"kind": []}),
    "properties is not a choice": lambda s: _fields(s)[2].update(shown_when={"properties": ["a"]}),
    "title lacks nn": lambda s: s.update(title={"nb": "x", "en": "x"}),
    "lacks en": lambda s: _fields(s)[1]["choices"][0].update(
        label={"nb": "x", "nn": "x", "en": ""}
    ),
    "label is empty": lambda s: _fields(s)[1].update(label={}),
    "help is missing": lambda s: _fields(s)[1].update(help=None),
    "choices belong to choice": lambda s: _fields(s)[1].update(choices=[]),
    "kind: choice a stands 2": lambda s: _fields(s)[1]["choices"].append(
        {"value": "a", "label": TEXT}
    ),
    "a kind belongs to attachments": lambda s: _fields(s)[2].update(kind="FOTO"),
    "limits and units belong": lambda s: _fields(s)[2].update(unit="m"),
    "minimum over maximum": lambda s: _fields(s).append(
        {"name": "n", "type": "number", "label": TEXT, "help": TEXT, "minimum": 2, "maximum": 1}
    ),
    "required always and sometimes": lambda s: _fields(s)[2].update(
        required=True, required_when={"kind": ["a"]}
    ),
    "exactly one required field": lambda s: _fields(s)[0].update(required=False),
    "closes_at is not after": lambda s: s.update(
        opens_at="2026-02-01T00:00:00Z", closes_at="2026-01-01T00:00:00Z"
    ),
    "need a time zone": lambda s: s.update(opens_at="2026-02-01T00:00:00"),
    "lifecycle": lambda s: s.update(lifecycle="unknown"),
    "extra": lambda s: s.update(unknown=1),
    "type": lambda s: _fields(s)[1].update(type="colour"),
}


def test_a_sound_type_is_taken() -> None:
    assert CaseType(copy.deepcopy(GOOD)).definition.code == "TEST"


@pytest.mark.parametrize("said", SPOILT)
def test_nonsense_is_refused_and_named(said: str) -> None:
    source = copy.deepcopy(GOOD)
    SPOILT[said](source)
    with pytest.raises(CatalogueInvalid, match=said):
        CaseType(source)


def test_the_fingerprint_follows_the_content_not_the_order_it_is_written_in() -> None:
    turned = dict(reversed(list(copy.deepcopy(GOOD).items())))
    assert CaseType(copy.deepcopy(GOOD)).fingerprint == CaseType(turned).fingerprint
    assert CaseType({**GOOD, "order": 2}).fingerprint != CaseType(copy.deepcopy(GOOD)).fingerprint


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("steps: [{block: nowhere}]", "no block 'nowhere'"),
        ("steps: [{key: a, fields: [{name: f, type: attachment, kind: NOPE}]}]", "no attachment"),
        ("- a list", "a mapping was expected"),
        ("a: {b", "not YAML"),
    ],
)
def test_files_that_make_no_sense_are_refused(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "attachments.yaml").write_text("media: {}\nattachments: {}\n")
    (tmp_path / "types").mkdir()
    (tmp_path / "types" / "x.yaml").write_text(content)
    with pytest.raises(CatalogueInvalid, match=said):
        read_types(tmp_path)


def test_every_file_of_the_catalogue_is_sound() -> None:
    types = [CaseType(source) for source in read_types()]
    assert {kind.definition.code for kind in types} == {"RORM", "PASL-FETT", "FORH"}
    for kind in types:
        for field in kind.fields.values():
            assert field.type != "attachment" or (field.accept and field.label["nn"])
