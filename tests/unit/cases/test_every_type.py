"""Every type of the catalogue: its complete form passes, and what it lacks is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import HERE, read_types
from services.cases.catalogue.visibility import required
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import FieldView
from services.chassis import clock
from tests.support.case_forms import answer, complete

TYPES = {source["code"]: CaseType(source) for source in read_types()}
CODES = sorted(TYPES)
PROMISED = {
    "FORH", "FORH-DEL", "FORH-BRUK", "HOVED", "RORM", "SAN", "MIDL", "PLUG", "SLAM", "VMAL",
    "SPRI", "PASL-OLJE", "PASL-FETT", "UTSL", "VANNPOST", "DISP", "PALEGG", "ETTER", "REV",
    "KLAGE",
}  # fmt: skip
MANUAL = HERE.parents[2] / "gateway/portals/shared/manual"


def _types() -> Any:
    return pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)


def test_the_catalogue_holds_what_is_promised() -> None:
    assert set(TYPES) == PROMISED


@_types()
def test_a_complete_form_passes_as_it_is_kept(kind: CaseType) -> None:
    kept = kind.normalised(complete(kind))
    check = kind.check(kept)
    assert check.problems == []
    assert check.steps_complete == [step.key for step in kind.definition.steps]
    assert kind.visible(kept) == kept, "nothing asked for is hidden"


@_types()
def test_each_required_answer_that_is_lacking_is_named(kind: CaseType) -> None:
    whole = complete(kind)
    for name, field in kind.fields.items():
        if name not in whole or not required(field, kind.visible(whole)):
            continue
        lacking = {key: value for key, value in whole.items() if key != name}
        named = {(p.field, p.code, p.step) for p in kind.check(lacking).problems}
        assert (name, "required", kind.definition.step_of(name)) in named


@_types()
def test_each_required_column_that_is_lacking_is_named(kind: CaseType) -> None:
    for field in kind.fields.values():
        for column in field.columns:
            if not column.required:
                continue
            row = {key: value for key, value in answer(field)[0].items() if key != column.name} or {
                "nothing": 1
            }
            values = {**complete(kind), field.name: [row]}
            named = {(p.field, p.code) for p in kind.check(values).problems}
            assert (f"{field.name}.0.{column.name}", "required") in named


@_types()
def test_all_words_are_there_in_three_languages(kind: CaseType) -> None:
    said = json.dumps(kind.view(clock.now()).model_dump(mode="json"), ensure_ascii=False)
    assert "{" not in "".join(_texts(json.loads(said))), "a number was not put into its text"
    nb, nn = kind.definition.summary["nb"], kind.definition.summary["nn"]
    assert nb != nn, "nynorsk is written, not copied"


@_types()
def test_everybody_is_told_how_long_for_whom_and_where_to_read_more(kind: CaseType) -> None:
    view = kind.view(clock.now())
    limit = kind.definition.deadline.weeks or kind.definition.deadline.working_days
    assert all(str(limit) in words for words in view.how_long.values())
    slug = kind.definition.manual.removeprefix("/hjelp/")
    assert all((MANUAL / language / f"{slug}.md").is_file() for language in ("nb", "nn", "en"))
    assert kind.definition.letters[0] == "receipt"
    assert kind.definition.old_names
    assert kind.definition.keywords


@_types()
def test_only_decisions_can_be_appealed_and_then_it_is_said_where(kind: CaseType) -> None:
    definition = kind.definition
    if definition.class_ == "statement":
        assert definition.lifecycle == "statement"
        assert "statement" in definition.letters
        assert definition.appeal_weeks is None
    else:
        assert "decision" in definition.letters
        assert (definition.appeal_weeks is None) == (definition.code in {"ETTER", "KLAGE"})


@settings(max_examples=300)
@given(code=st.sampled_from(CODES), choices=st.data())
def test_whatever_one_chooses_there_is_a_way_to_a_complete_form(
    code: str, choices: st.DataObject
) -> None:
    kind = TYPES[code]

    def choose(_field: FieldView, options: list[Any]) -> Any:
        return choices.draw(st.sampled_from(options))

    def more(_field: FieldView) -> bool:
        return choices.draw(st.booleans())

    values = complete(kind, choose, more)
    assert kind.check(kind.normalised(values)).problems == []


@settings(max_examples=100)
@given(code=st.sampled_from(CODES), form=st.data())
def test_anything_is_kept_or_refused_by_name(code: str, form: st.DataObject) -> None:
    kind = TYPES[code]
    name = form.draw(st.sampled_from(sorted(kind.fields)))
    value = form.draw(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=20),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        )
    )
    wrong = _wrong_places(kind, {name: value})
    assert wrong <= {name}
    if not wrong:
        kept = kind.normalised({name: value})
        assert kind.normalised(kept) == kept
        kind.check(kept)


def _wrong_places(kind: CaseType, values: dict[str, Any]) -> set[str]:
    """The fields a refusal names; none when the values are kept."""
    try:
        kind.normalised(values)
    except InvalidForm as refusal:
        return {error.field.partition(".")[0] for error in refusal.errors}
    return set()


def _texts(node: Any) -> list[str]:
    """Every text in a language, wherever it stands."""
    if isinstance(node, list):
        return [text for part in node for text in _texts(part)]
    if not isinstance(node, dict):
        return []
    own = [str(node[name]) for name in ("nb", "nn", "en") if name in node]
    inner = [part for name, part in node.items() if name != "json_schema"]
    return own + [text for part in inner for text in _texts(part)]
