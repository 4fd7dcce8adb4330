"""The statement path and the application for discharge; drafts that were never sent."""

from __future__ import annotations

from services.cases.contract.operations.decisions import AnswerStatement, ProposeDecision
from services.cases.contract.operations.drafts import CheckCase, WithdrawCase
from services.cases.contract.operations.reading import ListCases
from services.chassis.clock import OSLO
from services.chassis.norway import add_weeks
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import CASEWORKER, FIRM


def test_a_statement_is_given_without_approval_or_appeal(desk: Desk) -> None:
    case = desk.assigned("FORH")
    assert "propose_decision" not in reasons(case)
    refusal = desk.refused(
        ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit"), CASEWORKER
    )
    assert refusal.code == "ActionNotOpen"
    answer = AnswerStatement(case_id=case.case_id, text="Kan bygges.", conditions=["Fordrøyning"])
    desk.ask(answer, CASEWORKER)
    seen = desk.look(case)
    assert (seen.status, seen.ball) == ("statement_given", "nobody")
    assert seen.decision is not None
    assert (seen.decision.outcome, seen.decision.appeal_until) == ("statement", None)
    told = desk.told("statement_given")[0]
    assert (told["text"], told["given_by"]["name"]) == ("Kan bygges.", CASEWORKER.name)


def test_a_notice_cannot_be_answered_with_a_statement(desk: Desk) -> None:
    case = desk.assigned("RORM")
    refusal = desk.refused(AnswerStatement(case_id=case.case_id, text="Kan bygges."), CASEWORKER)
    assert refusal.code == "ActionNotOpen"


def test_a_discharge_permit_takes_six_weeks(desk: Desk) -> None:
    case = desk.submitted("PASL-FETT")
    assert case.received_at is not None
    assert case.expected_by is not None
    received = case.received_at.astimezone(OSLO).date()
    assert case.expected_by.astimezone(OSLO).date() > add_weeks(received, 6)
    assert case.values["business_orgnr"] == "312124718"
    assert case.values["separator_size"] == 4.0


def test_what_is_hidden_is_absent_when_it_is_sent_in(desk: Desk) -> None:
    draft = desk.draft("PASL-FETT", plan_inside=["plan.pdf"], kitchen_kind_other="Pølsebod")
    assert "plan_inside" in draft.values, "a draft forgets nothing"
    assert desk.ask(CheckCase(case_id=draft.case_id), FIRM).complete
    case = desk.submitted("PASL-FETT", kitchen_kind_other="Pølsebod")
    assert not {"plan_inside", "kitchen_kind_other"} & set(case.values)


def test_what_a_choice_demands_is_missing_until_answered(desk: Desk) -> None:
    draft = desk.draft("PASL-FETT", placement="inside")
    check = desk.ask(CheckCase(case_id=draft.case_id), FIRM)
    assert [(p.field, p.code, p.step) for p in check.problems] == [
        ("plan_inside", "required", "attachments")
    ]
    assert check.steps_complete == ["property", "work", "parties"]


def test_a_withdrawn_draft_was_never_the_utilitys_business(desk: Desk) -> None:
    draft = desk.draft()
    gone = desk.ask(WithdrawCase(case_id=draft.case_id), FIRM)
    assert (gone.status, gone.ball) == ("withdrawn", "nobody")
    assert desk.ask(ListCases(), CASEWORKER).items == []


def test_a_firm_withdraws_what_it_sent_and_its_open_letter_closes(desk: Desk) -> None:
    case = desk.asked("Mangler kart")
    gone = desk.ask(WithdrawCase(case_id=case.case_id, reason="Ombestemt"), FIRM)
    assert (gone.status, gone.due_at, gone.expected_by) == ("withdrawn", None, None)
    assert gone.deficiencies[0].items[0].state == "cancelled"
    assert desk.told("case_withdrawn")
    again = desk.refused(WithdrawCase(case_id=case.case_id), FIRM)
    assert (again.code, again.facts["status"]) == ("ActionNotOpen", "withdrawn")
