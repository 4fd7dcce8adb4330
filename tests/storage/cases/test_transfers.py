"""A case changes firm, by both policies; what each firm sees after; new names (R69, R70)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from services.cases.contract.operations.dialogue import ListMessages, SendMessage
from services.cases.contract.operations.drafts import SubmitCase, WithdrawCase
from services.cases.contract.operations.parties import (
    ListFormerCases,
    TakeContact,
    TransferCase,
)
from services.cases.contract.operations.reading import GetCase, GetTimeline, ListCases
from services.cases.contract.operations.rules import GetRules, SetRules
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.parties import Confirmation
from services.chassis.db import audit
from services.chassis.db.tables import Audit
from services.chassis.db.transaction import begin
from services.identity.contract.events.firms import FirmChanged, FirmMerged
from services.identity.contract.events.people import PersonChanged
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    ADMINISTRATOR,
    BERGEN,
    CASEWORKER,
    FIRM,
    OTHER_STAFF,
    SYSTEM,
    TRAINING,
)
from tests.storage.cases.test_parties import (
    EMAILS,
    ORGNR,
    PRO,
    SYSTEM_OF_BERGEN,
    THIRD,
    joined,
    know,
    listed,
)

BOTH_SAID = [
    Confirmation(side="former", by="Nora Muffe", how="email"),
    Confirmation(side="new", by="Stig Sluk", how="phone"),
]


def transfer(case: CaseView, **said: Any) -> TransferCase:
    facts = {"orgnr": ORGNR, "reason": "Muffe har gitt fra seg jobben", "confirmations": BOTH_SAID}
    return TransferCase(case_id=case.case_id, **{**facts, **said})


def transferred(desk: Desk) -> CaseView:
    """A case that went from Muffe to Sluk, after some writing."""
    case = desk.assigned()
    know(desk)
    desk.ask(SendMessage(case_id=case.case_id, text="Vi starter mandag"), FIRM)
    desk.ask(transfer(case), CASEWORKER)
    return case


def test_the_new_firm_has_the_case_and_the_former_what_it_had_seen(desk: Desk) -> None:
    case = transferred(desk)
    desk.later(minutes=5)
    now = desk.look(case, PRO)
    assert (now.firm.name, now.standing, now.contact) == ("Sluk AS", "applicant", None)
    assert now.values == case.values
    desk.ask(SendMessage(case_id=case.case_id, text="Vi tok over"), PRO)
    desk.ask(WithdrawCase(case_id=case.case_id), PRO)

    then = desk.look(case, FIRM)
    assert (then.status, then.firm.name, then.standing) == ("in_progress", "Muffe Rør AS", "former")
    assert (then.actions, then.former_until is not None) == ([], True)
    steps = [entry.action for entry in desk.ask(GetTimeline(case_id=case.case_id), FIRM).items]
    assert (steps[-1], "withdraw" in steps) == ("transfer", False)
    assert desk.refused(ListMessages(case_id=case.case_id), FIRM).code == "CaseNotFound"
    assert desk.refused(WithdrawCase(case_id=case.case_id), FIRM).code == "CaseNotFound"
    assert listed(desk, FIRM, shared=False) == listed(desk, FIRM, shared=True) == []
    assert [row.case_id for row in desk.ask(ListFormerCases(), FIRM).items] == [case.case_id]
    assert listed(desk, PRO, shared=False) == [case.case_id]
    for other in (THIRD, FIRM.model_copy(update={"utility": TRAINING})):
        assert desk.refused(GetCase(case_id=case.case_id), other).code == "CaseNotFound"
        assert desk.ask(ListFormerCases(), other).items == []


def test_who_said_yes_why_and_when_is_kept(desk: Desk) -> None:
    case = transferred(desk)
    entry = desk.ask(GetTimeline(case_id=case.case_id), CASEWORKER).items[-1]
    assert (entry.action, entry.by) == ("transfer", "Signe Saker")
    assert (entry.facts["from"], entry.facts["to"]) == ("Muffe Rør AS", "Sluk AS")
    assert [said["by"] for said in entry.facts["confirmations"]] == ["Nora Muffe", "Stig Sluk"]
    (told,) = desk.told("firm_changed_on_case")
    assert (told["firm"]["firm_id"], told["former"]["firm_id"]) == ("sluk", "muffe")
    assert (told["formers"], told["parties"], told["contact"]) == (["muffe"], {}, None)
    with begin(SYSTEM) as work:
        chain = f"case:{case.case_id}"
        tags = work.session.scalars(select(Audit.tag).where(Audit.chain == chain)).all()
        assert "firm_changed_on_case.v1" in tags
        assert audit.breaks(work.session, chain) == []


def test_a_firm_on_the_case_may_take_it_over_and_give_it_back(desk: Desk) -> None:
    case = desk.assigned()
    joined(desk, case)
    know(desk, "muffe", FIRM.firm_orgnr, name="Muffe Rør AS")
    assert desk.ask(transfer(case), CASEWORKER).parties[1:] == []
    desk.ask(transfer(case, orgnr=FIRM.firm_orgnr), CASEWORKER)
    assert desk.look(case, FIRM).standing == "applicant"
    assert desk.look(case, PRO).standing == "former"
    assert desk.ask(ListFormerCases(), FIRM).items == []
    assert desk.ask(TakeContact(case_id=case.case_id), FIRM).contact is not None


@pytest.mark.parametrize("missing", ["former", "new"])
def test_both_firms_must_have_said_yes(desk: Desk, missing: str) -> None:
    case = desk.assigned()
    know(desk)
    one = [said for said in BOTH_SAID if said.side != missing]
    refusal = desk.refused(transfer(case, confirmations=one), CASEWORKER)
    assert (refusal.code, refusal.facts) == ("ConfirmationMissing", {"missing": [missing]})
    assert desk.look(case, FIRM).standing == "applicant"


def test_not_every_firm_can_take_a_case_and_not_everybody_gives_it(desk: Desk) -> None:
    case = desk.assigned()
    assert desk.refused(transfer(case), CASEWORKER).facts == {"reason": "unknown"}
    know(desk, professions=["entreprenor"])
    assert desk.refused(transfer(case), CASEWORKER).facts == {"reason": "profession"}
    know(desk, "muffe", FIRM.firm_orgnr)
    same = transfer(case, orgnr=FIRM.firm_orgnr)
    assert desk.refused(same, CASEWORKER).facts == {"reason": "applicant"}
    assert desk.refused(transfer(case), ADMINISTRATOR).code == "RoleMissing"
    assert desk.refused(transfer(case), OTHER_STAFF).code == "CaseNotFound"
    desk.ask(WithdrawCase(case_id=case.case_id), FIRM)
    assert desk.refused(transfer(case), CASEWORKER).code == "ActionNotOpen"


def test_where_a_new_application_is_demanded_the_new_firm_gets_a_draft(desk: Desk) -> None:
    desk.ask(SetRules(transfer="new_application"), ADMINISTRATOR)
    case = desk.assigned()
    know(desk)
    after = desk.ask(transfer(case, confirmations=[]), CASEWORKER)
    assert (after.firm.firm_id, after.status) == ("muffe", "in_progress"), "the old case stays"
    (told,) = desk.told("new_application_needed")
    (row,) = desk.ask(ListCases(), PRO).items
    draft = desk.look(after.model_copy(update={"case_id": row.case_id}), PRO)
    assert (told["new_case_id"], told["taken_by"]["name"]) == (draft.case_id, "Sluk AS")
    assert (draft.status, draft.continues and draft.continues.number) == ("draft", case.number)
    assert draft.values["description"] == case.values["description"]
    assert "pipe_map" not in draft.values, "files are the firm's own that sent them"
    assert desk.refused(GetCase(case_id=case.case_id), PRO).code == "CaseNotFound"
    assert desk.refused(SubmitCase(case_id=draft.case_id), PRO).code == "FormIncomplete"


def test_an_administrator_chooses_and_others_only_read(desk: Desk) -> None:
    assert desk.ask(GetRules(utility=BERGEN)).transfer == "confirmed"
    assert desk.refused(SetRules(transfer="new_application"), CASEWORKER).code == "RoleMissing"
    desk.ask(SetRules(transfer="new_application"), ADMINISTRATOR)
    assert desk.ask(GetRules(utility=BERGEN)).transfer == "new_application"
    assert desk.ask(GetRules(utility=TRAINING)).transfer == "confirmed"


def test_a_new_name_and_number_follow_running_cases_and_no_others(desk: Desk) -> None:
    running, ended = desk.assigned(), desk.assigned()
    desk.ask(WithdrawCase(case_id=ended.case_id), FIRM)
    changed = {
        "revision": 3,
        "name": "Muffe og Kran AS",
        "orgnr": "314159209",
        "status": "approved",
        "professions": ["rorlegger"],
    }
    event = FirmChanged(firm_id="muffe", emails=EMAILS, **changed)
    desk.hear(event, SYSTEM_OF_BERGEN)
    desk.hear(event, SYSTEM_OF_BERGEN)
    assert desk.look(running).firm.name == "Muffe og Kran AS"
    assert desk.look(running).firm.orgnr == "314159209"
    assert desk.look(ended).firm.name == "Muffe Rør AS"
    entries = desk.ask(GetTimeline(case_id=running.case_id), FIRM).items
    (renamed,) = [entry for entry in entries if entry.action == "firm_renamed"]
    assert renamed.facts["from"]["name"] == "Muffe Rør AS"


def person(person_id: str, name: str, revision: int, **said: Any) -> PersonChanged:
    facts = {"email": "p@x.example", "mobile": None, "language": "nb", "firm_ids": []}
    staff = {"staff_of": [BERGEN], "staff_roles": ["caseworker"]}
    return PersonChanged(
        person_id=person_id, name=name, revision=revision, **{**facts, **staff, **said}
    )


def test_people_get_new_names_and_one_who_left_leaves_the_cases_to_others(desk: Desk) -> None:
    case = desk.assigned()
    desk.hear(person("nora", "Nora Rør", 2, staff_of=[], staff_roles=[]))
    desk.hear(person("signe", "Signe Ny", 2))
    page = desk.look(case)
    assert (page.contact and page.contact.name, page.caseworker and page.caseworker.name) == (
        "Nora Rør",
        "Signe Ny",
    )
    desk.hear(person("signe", "Signe Ny", 3, active=False))
    assert desk.look(case).caseworker is None
    assert desk.told("case_assigned")[-1]["caseworker"] is None
    desk.hear(person("signe", "Signe Gammel", 1))
    assert desk.ask(ListCases(assignee="none"), CASEWORKER).items[0].case_id == case.case_id


def test_a_merged_firm_brings_its_parts_in_other_cases_with_it(desk: Desk) -> None:
    case, lost = desk.assigned(), desk.assigned()
    joined(desk, case, "contribute")
    desk.ask(transfer(lost), CASEWORKER)
    know(desk, "muffe", FIRM.firm_orgnr, name="Muffe Rør AS")
    desk.ask(transfer(lost, orgnr=FIRM.firm_orgnr), CASEWORKER)
    merged = FirmMerged(
        firm_id="sluk", orgnr=ORGNR, name="Sluk AS", revision=9, into="tredje",
        into_name="Tredje AS", into_orgnr="314159209", language="nb", emails=EMAILS,
    )  # fmt: skip
    desk.hear(merged, SYSTEM_OF_BERGEN)
    assert desk.look(case, THIRD).standing == "contribute"
    assert desk.look(lost, THIRD).standing == "former"
    assert [row.case_id for row in desk.ask(ListFormerCases(), THIRD).items] == [lost.case_id]
    for gone in (case, lost):
        assert desk.refused(GetCase(case_id=gone.case_id), PRO).code == "CaseNotFound"
    assert desk.told("firm_replaced")[-1]["parties"] == {"tredje": "contribute"}
