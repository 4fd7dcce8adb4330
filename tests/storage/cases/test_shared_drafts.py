"""Two tabs and two colleagues in one draft, and every version of it for as long as it lives."""

from __future__ import annotations

from typing import Any

from services.cases.contract.operations.drafts import (
    CompareDraft,
    CreateCase,
    ListDraftVersions,
    RestoreDraft,
    SaveForm,
)
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.drafts import DraftComparison
from services.chassis.messages import Actor
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import COLLEAGUE, FIRM, READER, STRANGER


def _save(desk: Desk, case: CaseView, actor: Actor = FIRM, **values: Any) -> CaseView:
    request = SaveForm(case_id=case.case_id, version=case.version, values=values)
    return desk.ask(request, actor)


def _compare(desk: Desk, case: CaseView, **values: Any) -> DraftComparison:
    request = CompareDraft(case_id=case.case_id, version=case.version, values=values)
    return desk.ask(request, FIRM)


def test_colleagues_in_different_fields_both_keep_what_they_wrote(desk: Desk) -> None:
    parted = _save(desk, desk.ask(CreateCase(type="RORM"), FIRM), description="Felles")
    _save(desk, parted, COLLEAGUE, own_reference="Odd 1")
    found = _compare(desk, parted, description="Mitt", own_reference=None)
    assert (found.mine, found.conflicts, found.theirs) == (
        {"description": "Mitt"},
        [],
        ["own_reference"],
    )
    assert found.edited is not None
    assert found.edited.by.name == COLLEAGUE.name
    request = SaveForm(case_id=parted.case_id, version=found.version, values=found.mine)
    assert desk.ask(request, FIRM).values == {"description": "Mitt", "own_reference": "Odd 1"}


def test_the_same_field_is_for_somebody_to_decide(desk: Desk) -> None:
    parted = _save(desk, desk.ask(CreateCase(type="RORM"), FIRM), description="Felles")
    _save(desk, parted, COLLEAGUE, description="Odds")
    found = _compare(desk, parted, description="Mitt", pipe_dimension="32")
    assert found.mine == {"pipe_dimension": 32.0}
    (conflict,) = found.conflicts
    assert (conflict.field, conflict.mine, conflict.theirs) == ("description", "Mitt", "Odds")
    assert conflict.by.name == COLLEAGUE.name
    assert desk.look(parted).values["description"] == "Odds", "nothing is changed by looking"


def test_a_page_is_never_in_conflict_with_itself(desk: Desk) -> None:
    """Its last save may have arrived without the page hearing of it."""
    parted = desk.ask(CreateCase(type="RORM"), FIRM)
    own = SaveForm(
        case_id=parted.case_id, version=parted.version, values={"description": "Mitt"}, page="a"
    )
    desk.ask(own, FIRM)
    asked = {"case_id": parted.case_id, "version": parted.version, "values": {"description": "Mer"}}
    found = desk.ask(CompareDraft.model_validate({**asked, "page": "a"}), FIRM)
    assert (found.mine, found.conflicts, found.theirs) == ({"description": "Mer"}, [], [])
    for page in ("b", ""):
        found = desk.ask(CompareDraft.model_validate({**asked, "page": page}), FIRM)
        assert [each.field for each in found.conflicts] == ["description"], page


def test_a_comparison_is_the_firms_own(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    for request in (
        CompareDraft(case_id=case.case_id, version=1, values={}),
        ListDraftVersions(case_id=case.case_id),
        RestoreDraft(case_id=case.case_id, version=case.version, to=1),
    ):
        assert desk.refused(request, STRANGER).code == "CaseNotFound"
    restore = RestoreDraft(case_id=case.case_id, version=case.version, to=1)
    assert desk.refused(restore, READER).code == "RoleMissing"


def test_every_version_can_be_taken_back_and_that_too(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    first = _save(desk, case, description="Først", own_reference="A")
    desk.later(minutes=11)
    second = _save(desk, first, COLLEAGUE, description="Så", own_reference=None)
    desk.later(seconds=20)
    third = _save(desk, second, COLLEAGUE, description="Til slutt")
    versions = desk.ask(ListDraftVersions(case_id=case.case_id), FIRM).items
    assert [(each.version, each.edited.by.name, each.fields) for each in versions] == [
        (third.version, COLLEAGUE.name, ["description", "own_reference"]),
        (first.version, FIRM.name, ["description", "own_reference"]),
    ]
    restored = desk.ask(
        RestoreDraft(case_id=case.case_id, version=third.version, to=first.version), FIRM
    )
    assert restored.values == {"description": "Først", "own_reference": "A"}
    again = RestoreDraft(case_id=case.case_id, version=restored.version, to=third.version)
    assert desk.ask(again, FIRM).values == {"description": "Til slutt"}


def test_a_restore_of_what_never_was_or_of_an_old_page_changes_nothing(desk: Desk) -> None:
    case = _save(desk, desk.ask(CreateCase(type="RORM"), FIRM), description="x")
    unknown = RestoreDraft(case_id=case.case_id, version=case.version, to=99)
    assert desk.refused(unknown, FIRM).code == "NoSuchVersion"
    old = RestoreDraft(case_id=case.case_id, version=case.version - 1, to=case.version)
    assert desk.refused(old, FIRM).code == "StaleVersion"


def test_the_list_of_drafts_says_who_writes(desk: Desk) -> None:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    assert desk.ask(ListCases(status=["draft"]), FIRM).items[0].edited is None
    _save(desk, case, COLLEAGUE, description="x")
    edited = desk.ask(ListCases(status=["draft"]), FIRM).items[0].edited
    assert edited is not None
    assert edited.by.name == COLLEAGUE.name


def test_versions_end_when_the_case_is_sent_in(desk: Desk) -> None:
    case = desk.submitted()
    for request in (
        ListDraftVersions(case_id=case.case_id),
        CompareDraft(case_id=case.case_id, version=1, values={}),
    ):
        assert desk.refused(request, FIRM).code == "ActionNotOpen"
