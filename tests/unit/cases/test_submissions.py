"""What an answer changes in the form, and how two versions differ."""

from __future__ import annotations

import pytest

from services.cases.domain.submissions import changed_fields, files_of, with_files

FILES = ("map", "photos")
FORM = {"depth": 2, "text": "Rør", "map": ["m1", "m2"], "photos": []}


@pytest.mark.parametrize(
    ("target", "files", "expected"),
    [
        ("map", ["m3"], {"map": ["m1", "m2", "m3"], "photos": []}),
        ("map", ["m2"], {"map": ["m1", "m2"], "photos": []}),
        ("photos", ["p1", "p2"], {"map": ["m1", "m2"], "photos": ["p1", "p2"]}),
        ("m1", ["m3", "m4"], {"map": ["m3", "m4", "m2"], "photos": []}),
        ("m1", ["m2"], {"map": ["m2"], "photos": []}),
        ("depth", ["x"], {"map": ["m1", "m2"], "photos": []}),
        ("", ["x"], {"map": ["m1", "m2"], "photos": []}),
        ("map", [], {"map": ["m1", "m2"], "photos": []}),
    ],
)
def test_a_file_takes_the_place_it_was_asked_for(
    target: str, files: list[str], expected: dict[str, list[str]]
) -> None:
    after = with_files(FORM, target, files, FILES)
    assert {name: after[name] for name in FILES} == expected
    assert FORM["map"] == ["m1", "m2"], "what was sent in before stays as it was"


def test_only_what_differs_is_a_change_in_the_order_of_the_form() -> None:
    after = {"depth": 3, "width": 1, "map": ["m9"]}
    assert changed_fields(FORM, after, ["width", "depth", "text", "map"], FILES) == [
        ("width", None, 1),
        ("depth", 2, 3),
        ("text", "Rør", None),
    ]
    assert changed_fields(FORM, dict(FORM), list(FORM), FILES) == []


def test_files_know_their_field_or_stand_beside_the_form() -> None:
    assert files_of(FORM, ["b1", "m1"], FILES) == {"m1": "map", "m2": "map", "b1": ""}
