"""Drafts save themselves, survive two tabs, and take nothing that is no answer."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.operations.drafts import CreateCase, SaveForm
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CaseView
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import CASEWORKER, COLLEAGUE, FIRM, READER


def _save(case: CaseView, **values: Any) -> SaveForm:
    return SaveForm(case_id=case.case_id, version=case.version, values=values)


def test_a_draft_is_found_again_by_a_colleague(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM", title="Lekkasje"), FIRM)
    desk.ask(_save(case, properties=[PROPERTY], description="Reparasjon"), FIRM)
    listed = desk.ask(ListCases(status=["draft"]), COLLEAGUE).items
    assert [(row.title, row.place) for row in listed] == [("Lekkasje", "Storgata 1")]
    found = desk.look(case, COLLEAGUE)
    assert found.values["description"] == "Reparasjon"
    assert found.properties[0].key == "4601-164/123/0/0"
    assert desk.ask(ListCases(), CASEWORKER).items == [], "a draft is the firm's own"


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(desk: Desk) -> None:
    seen_by_both = desk.ask(CreateCase(type="RORM"), FIRM)
    first = desk.ask(_save(seen_by_both, description="Fra den ene fanen"), FIRM)
    refusal = desk.refused(_save(seen_by_both, description="Fra den andre"), FIRM)
    assert refusal.code == "StaleVersion"
    assert (refusal.facts["version"], refusal.facts["by"]) == (first.version, "Nora Muffe")
    assert desk.look(first).values["description"] == "Fra den ene fanen"
    desk.ask(_save(first, description="Etter omlasting"), FIRM)


def test_given_values_replace_others_stay_and_none_removes(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    case = desk.ask(_save(case, description="En", own_reference="A-1"), FIRM)
    case = desk.ask(_save(case, description="To"), FIRM)
    assert case.values == {"description": "To", "own_reference": "A-1"}
    case = desk.ask(_save(case, own_reference=None, description=""), FIRM)
    assert case.values == {}


def test_the_title_may_change_alone(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    request = SaveForm(case_id=case.case_id, version=case.version, values={}, title="Ny tittel")
    assert desk.ask(request, FIRM).title == "Ny tittel"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"finnes_ikke": 1}, "finnes_ikke", "unknown_field"),
        ({"planned_start": "30.02.2026"}, "planned_start", "date_invalid"),
        (
            {"properties": [{"kommunenr": "4601", "gnr": 0, "bnr": 1}]},
            "properties.0.gnr",
            "too_low",
        ),
        ({"pipe_map": "id"}, "pipe_map", "wrong_type"),
    ],
)
def test_what_is_no_answer_is_refused_by_name_and_never_repeated(
    desk: Desk, values: dict[str, Any], field: str, code: str
) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    refusal = desk.refused(_save(case, **values), FIRM)
    assert refusal.code == "InvalidForm"
    assert [(error.field, error.code) for error in refusal.errors] == [(field, code)]
    assert "30.02" not in str(refusal.on_the_wire())


def test_nothing_is_saved_after_submit(desk: Desk) -> None:
    case = desk.submitted()
    refusal = desk.refused(_save(case, description="Ny"), FIRM)
    assert (refusal.code, refusal.facts["status"]) == ("ActionNotOpen", "received")


def test_readers_read(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    assert desk.look(case, READER).case_id == case.case_id
    for request in (CreateCase(type="RORM"), _save(case, description="x")):
        assert desk.refused(request, READER).code == "RoleMissing"


def test_only_professions_of_the_type_may_draft_it(desk: Desk) -> None:
    digger = FIRM.model_copy(update={"professions": frozenset({"entreprenor"})})
    refusal = desk.refused(CreateCase(type="RORM"), digger)
    assert (refusal.code, refusal.facts) == ("NotForYourProfession", {"professions": ["rorlegger"]})
    assert desk.ask(CreateCase(type="FORH"), digger).status == "draft"


def test_there_is_no_such_type(desk: Desk) -> None:
    assert desk.refused(CreateCase(type="NOPE"), FIRM).code == "NoSuchCaseType"
