"""One source, two readers: the JSON Schema an API client has accepts what the server accepts.

Forms are written as the schema wants them: numbers as numbers, no empty answers. The server also
reads kindly (`"1 234,5"`, spaces around a text) and holds to the rules of `x-rules`, which JSON
Schema cannot say.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import FieldView
from services.chassis import clock
from tests.support.case_forms import answer, complete
from tests.support.json_schema import accepts

TYPES = {source["code"]: CaseType(source) for source in read_types()}
SCHEMAS = {code: kind.view(clock.now()).json_schema for code, kind in TYPES.items()}
UNSAYABLE = {"rule_order", "rule_within", "rule_sum", "rule_equal"}
WRONG: list[Any] = [
    True, False, 0, -1, 3, 10**9, 2.5, "tekst", "x" * 20000, "2026-02-30", "2026-03-01", "annet",
    ["a"], ["ukjent valg"], [{}], {}, [{"kommunenr": "46", "gnr": 1, "bnr": 1}], ["a"] * 60,
    "VA-2026-000123", "va 12", "+4799999999", "ola@firma.example", "ola", "311153056",
]  # fmt: skip


def server_accepts(kind: CaseType, form: dict[str, Any]) -> bool:
    """Kept as it is, and complete but for what no schema can say."""
    try:
        kept = kind.normalised(form)
    except InvalidForm:
        return False
    hidden = set(kept) - set(kind.visible(kept))
    return not hidden and all(p.code in UNSAYABLE for p in kind.check(kept).problems)


@pytest.mark.parametrize("code", sorted(TYPES))
def test_both_accept_a_complete_form(code: str) -> None:
    form = complete(TYPES[code], more=lambda _: True)
    assert accepts(SCHEMAS[code], form)
    assert server_accepts(TYPES[code], form)


@settings(max_examples=300)
@given(code=st.sampled_from(sorted(TYPES)), data=st.data())
def test_both_agree_on_whole_and_on_spoilt_forms(code: str, data: st.DataObject) -> None:
    kind = TYPES[code]

    def choose(_field: FieldView, options: list[Any]) -> Any:
        return data.draw(st.sampled_from(options))

    form = complete(kind, choose, lambda _: data.draw(st.booleans()))
    for name in data.draw(st.lists(st.sampled_from(sorted(kind.fields)), max_size=3)):
        match data.draw(st.sampled_from(["drop", "spoil", "answer"])):
            case "drop":
                form.pop(name, None)
            case "spoil":
                form[name] = data.draw(st.sampled_from(WRONG))
            case _:
                form[name] = answer(kind.fields[name], choose)
    if not _kindly_read(kind, form):
        assert accepts(SCHEMAS[code], form) == server_accepts(kind, form), form


def _kindly_read(kind: CaseType, form: dict[str, Any]) -> bool:
    """What the server understands although it is not written as the schema wants it."""
    return any(
        (field.type == "yes_no" and isinstance(value, str))
        or (field.type == "number" and (isinstance(value, str) or value in (2.5, 10**9)))
        or (field.type in {"mobile", "case", "orgnr"} and isinstance(value, str))
        or (field.type in {"attachment", "choices"} and _repeats(value))
        or (isinstance(value, str) and len(value) > 10000)
        or value in ([{}], {})
        for name, value in form.items()
        for field in (kind.fields[name],)
    )


def _repeats(value: Any) -> bool:
    return isinstance(value, list) and len({str(part) for part in value}) < len(value)


def test_a_column_and_a_rule_are_in_the_schema() -> None:
    schema = SCHEMAS["HOVED"]
    row = schema["properties"]["pipes"]["items"]
    assert row["required"] == ["service", "dimension", "material"]
    assert row["properties"]["dimension"]["maximum"] == 3000
    assert {rule["kind"] for rule in schema["x-rules"]} == {"sum", "order", "within"}
    assert any("anyOf" in rule for rule in SCHEMAS["ETTER"]["allOf"])


def test_the_reader_fails_on_a_keyword_it_does_not_know() -> None:
    with pytest.raises(KeyError):
        accepts({"multipleOf": 2}, 4)
