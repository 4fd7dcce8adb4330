"""Running cases follow their firm when it merges, is renamed or is stopped."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.drafts import SubmitCase, WithdrawCase
from services.cases.contract.operations.reading import GetCase, GetTimeline
from services.cases.contract.types.deficiencies import Answer
from services.identity.contract.events.firms import (
    FirmChanged,
    FirmMerged,
    FirmSuspended,
    SuspensionLifted,
)
from services.identity.contract.types.firms import FirmEmails
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import FIRM, STRANGER

WHO: dict[str, Any] = {
    "firm_id": FIRM.firm_id,
    "orgnr": FIRM.firm_orgnr,
    "name": FIRM.firm_name,
    "emails": FirmEmails(post="post@muffe.example"),
    "language": "nb",
}
SLUK = STRANGER


@pytest.fixture
def merged() -> FirmMerged:
    """Muffe becomes one with Sluk."""
    return FirmMerged(
        **WHO, revision=5, into=SLUK.firm_id, into_orgnr="312124718", into_name="Sluk AS"
    )


def test_running_cases_are_the_other_firm_s_with_their_history(
    desk: Desk, merged: FirmMerged
) -> None:
    case = desk.assigned()
    ended = desk.submitted()
    desk.ask(WithdrawCase(case_id=ended.case_id), FIRM)
    assert desk.refused(GetCase(case_id=case.case_id), SLUK).code == "CaseNotFound"

    desk.hear(merged)
    now = desk.look(case, SLUK)
    assert (now.firm.name, now.firm.orgnr, now.status) == ("Sluk AS", "312124718", "in_progress")
    assert desk.refused(GetCase(case_id=case.case_id), FIRM).code == "CaseNotFound"
    timeline = desk.ask(GetTimeline(case_id=case.case_id), SLUK).items
    actions = [entry.action for entry in timeline]
    assert {"create", "submit", "assign", "firm_merged"} <= set(actions)
    assert desk.look(ended, SLUK).firm.name == FIRM.firm_name, "it ended under its own name"

    told = desk.told("firm_replaced")
    assert {entry["case_id"] for entry in told} == {case.case_id, ended.case_id}
    assert {entry["firm"]["firm_id"] for entry in told} == {SLUK.firm_id}
    assert {entry["before"]["firm_id"] for entry in told} == {FIRM.firm_id}

    desk.hear(merged)
    assert len(desk.told("firm_replaced")) == 2, "told once"


def test_a_late_token_of_the_former_firm_submits_nothing(desk: Desk, merged: FirmMerged) -> None:
    desk.hear(merged)
    draft = desk.draft()
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FirmNotApproved"


def test_a_new_name_is_taken_over_by_running_cases(desk: Desk) -> None:
    case = desk.submitted()
    renamed = FirmChanged(
        **{**WHO, "name": "Muffe Nord AS"}, revision=4, status="approved", professions=["rorlegger"]
    )
    desk.hear(renamed)
    assert desk.look(case).firm.name == "Muffe Nord AS"
    [told] = desk.told("firm_replaced")
    assert (told["why"], told["before"]["name"]) == ("renamed", FIRM.firm_name)
    older = FirmChanged(**WHO, revision=3, status="approved", professions=["rorlegger"])
    desk.hear(older)
    assert desk.look(case).firm.name == "Muffe Nord AS"


def test_a_suspended_firm_answers_nothing_until_it_is_lifted(desk: Desk) -> None:
    case = desk.asked()
    desk.hear(FirmSuspended(**WHO, revision=6, reason="Ubetalte gebyr"))
    look = desk.look(case)
    assert reasons(look)["supplement"] == "firm_not_approved"
    assert look.status == "information_requested", "it reads on"
    [item] = look.deficiencies[0].items
    words = Answer(item_id=item.item_id, text="Kommer")
    answer = SupplementCase(case_id=case.case_id, answers=[words])
    assert desk.refused(answer, FIRM).code == "FirmNotApproved"
    desk.hear(SuspensionLifted(**WHO, revision=7))
    assert reasons(desk.look(case))["supplement"] is None
