"""The wizard has a way to show every field of every type, in each language."""

from __future__ import annotations

import pytest

from gateway.portals.contractor.form_fields import known_elsewhere, shown_fields
from gateway.portals.shared.rendering import environment
from gateway.texts import texts
from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.chassis import clock
from services.chassis.i18n import LANGUAGES, Language
from tests.support.case_forms import complete

TYPES = [CaseType(source) for source in read_types()]
FORM = environment().from_string(
    '{% import "contractor/macros/fields.html" as fields_of with context %}'
    "{% for each in fields %}{{ fields_of.field(each) }}{% endfor %}"
)


def _shown(kind: CaseType, language: Language, values: dict[str, object]) -> str:
    fields = [
        field
        for step in kind.view(clock.now()).steps
        for field in shown_fields(step, values, {}, None)
    ]
    return FORM.render(
        language=language,
        t=texts().bound(language),
        has_text=texts().has,
        csrf="",
        new_key=lambda: "",
        case={"case_id": "1"},
        lookup=None,
        problem=None,
        typed=None,
        fields=fields,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.definition.code)
def test_each_field_is_on_the_page_with_its_words(kind: CaseType, language: Language) -> None:
    page = _shown(kind, language, {})
    filled = _shown(kind, language, complete(kind))
    for name, field in kind.fields.items():
        assert f'id="f-{name}' in page
        assert f'id="f-{name}' in filled
        for column in field.columns:
            assert f'name="{name}.0.{column.name}"' in page


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.definition.code)
def test_a_step_knows_what_other_steps_answered_that_its_questions_depend_on(
    kind: CaseType,
) -> None:
    """Else the page's scripts would hide a question the server demands."""
    values = {**complete(kind), "nothing": "x"}
    for step in kind.view(clock.now()).steps:
        own = {field.name for field in step.fields}
        asked = {name for f in step.fields for c in (f.shown_when, f.required_when) for name in c}
        known = known_elsewhere(step, values)
        assert set(known) == {name for name in asked - own if name in values}


def test_the_kind_of_work_decides_what_is_asked_of_the_parties() -> None:
    rorm = next(kind for kind in TYPES if kind.definition.code == "RORM")
    parties = next(step for step in rorm.view(clock.now()).steps if step.key == "parties")
    said = {"work_kind": "repair", "closes_public_line": False, "owner_kind": "person"}
    assert known_elsewhere(parties, said) == {"work_kind": ["repair"]}
