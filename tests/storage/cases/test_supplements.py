"""Deficiency letters and their answers; files that turn out bad after they were sent."""

from __future__ import annotations

from datetime import timedelta

from services.cases.contract.operations.decisions import ProposeDecision
from services.cases.contract.operations.deficiencies import (
    AcceptSupplement,
    RequestInformation,
    SupplementCase,
)
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.chassis import clock
from services.chassis.norway import end_of_day
from services.documents.contract.events import DocumentUploaded
from services.identity.contract.events.firms import FirmApproved
from services.identity.contract.types.firms import FirmEmails
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import BOTH, CASEWORKER, FIRM, READER, SYSTEM


def _answer(case: CaseView, *answers: Answer) -> SupplementCase:
    return SupplementCase(case_id=case.case_id, answers=list(answers))


def _first(case: CaseView) -> str:
    return case.deficiencies[-1].items[0].item_id


def test_the_last_day_is_the_firms_to_its_end(desk: Desk) -> None:
    last_day = clock.today() + timedelta(days=10)
    case = desk.asked("Mangler kart", due_on=last_day)
    assert case.due_at == case.deficiencies[0].due_at == end_of_day(last_day)


def test_no_date_in_the_past(desk: Desk) -> None:
    case = desk.assigned()
    request = RequestInformation(
        case_id=case.case_id,
        missing=[MissingItem(text="Mangler kart")],
        due_on=clock.today() - timedelta(days=1),
    )
    assert desk.refused(request, CASEWORKER).code == "DateInThePast"


def test_an_answer_has_a_file_or_a_reason_and_names_an_open_item(desk: Desk) -> None:
    case = desk.asked("Mangler kart")
    empty = desk.refused(_answer(case, Answer(item_id=_first(case))), FIRM)
    assert (empty.code, empty.errors[0].field) == ("EmptyAnswer", "answers.0.text")
    unknown = desk.refused(_answer(case, Answer(item_id="annet", text="x")), FIRM)
    assert (unknown.code, unknown.errors[0].field) == ("UnknownItem", "answers.0.item_id")
    assert desk.look(case).deficiencies[0].items[0].state == "open", "nothing was half kept"


def test_a_colleagues_answer_is_not_overwritten_unseen(desk: Desk) -> None:
    """Both had the letter before them; the later one is told, and may then say so once more."""
    case = desk.asked("Mangler kart", "Mangler mål")
    items = [item.item_id for item in case.deficiencies[0].items]
    desk.ask(_answer(case, Answer(item_id=items[0], text="Først", again=False)), FIRM)
    both = [Answer(item_id=each, text="Sist", again=False) for each in reversed(items)]
    refusal = desk.refused(_answer(case, *both), FIRM)
    assert (refusal.code, refusal.facts["numbers"]) == ("AlreadyAnswered", [1])
    assert [error.field for error in refusal.errors] == ["answers.1.text"]
    kept = desk.look(case).deficiencies[0].items
    assert [item.answer for item in kept] == ["Først", ""], "nothing was half kept"
    both[1] = both[1].model_copy(update={"again": True})
    case = desk.ask(_answer(case, *both), FIRM)
    assert [item.answer for item in case.deficiencies[0].items] == ["Sist", "Sist"]


def test_answers_need_known_files(desk: Desk) -> None:
    case = desk.asked("Mangler kart")
    answer = Answer(item_id=_first(case), document_ids=["unheard"])
    refusal = desk.refused(_answer(case, answer), FIRM)
    assert (refusal.code, refusal.retry_after) == ("DocumentNotReady", 1)
    bad = desk.uploaded(case)
    desk.rejected(case, bad)
    answer = Answer(item_id=_first(case), document_ids=[bad])
    refusal = desk.refused(_answer(case, answer), FIRM)
    assert (refusal.code, refusal.facts["state"]) == ("DocumentNotReady", "rejected")
    assert refusal.retry_after is None


def test_a_reader_does_not_answer_and_staff_cannot(desk: Desk) -> None:
    case = desk.asked("Mangler kart")
    request = _answer(case, Answer(item_id=_first(case), text="x"))
    assert desk.refused(request, READER).code == "RoleMissing"
    assert "supplement" not in reasons(desk.look(case, CASEWORKER))


def test_a_second_round_is_a_second_letter_with_numbers_running_on(desk: Desk) -> None:
    case = desk.asked("Mangler kart", "Mangler mål")
    items = case.deficiencies[0].items
    answers = [Answer(item_id=item.item_id, text="Svar") for item in items]
    case = desk.ask(_answer(case, *answers), FIRM)
    again = RequestInformation(
        case_id=case.case_id,
        missing=[MissingItem(text="Målene er uleselige", code="clarify")],
        due_on=clock.today() + timedelta(days=7),
        severity="major",
    )
    case = desk.ask(again, CASEWORKER)
    assert [letter.number for letter in case.deficiencies] == [1, 2]
    assert case.deficiencies[0].closed_at is not None
    assert case.deficiencies[1].items[0].number == 3
    assert case.complete_at is None, "a fundamental lack: the application is not complete"
    old = desk.refused(_answer(case, Answer(item_id=items[0].item_id, text="x")), FIRM)
    assert old.code == "UnknownItem"
    case = desk.ask(_answer(case, Answer(item_id=_first(case), text="Nå")), FIRM)
    case = desk.ask(AcceptSupplement(case_id=case.case_id), CASEWORKER)
    assert case.complete_at is not None
    assert case.complete_at == case.deficiencies[1].items[0].answered_at


def test_a_file_rejected_after_submit_asks_for_another_by_itself(desk: Desk) -> None:
    emails = FirmEmails(post="post@muffe.example")
    approved = FirmApproved(
        firm_id=FIRM.firm_id,
        orgnr=FIRM.firm_orgnr,
        name=FIRM.firm_name,
        revision=1,
        professions=["rorlegger"],
        emails=emails,
        language="nn",
    )
    desk.hear(approved)
    case = desk.submitted()
    bad = case.values["pipe_map"][0]
    desk.rejected(case, bad)
    desk.rejected(case, bad)
    seen = desk.look(case)
    assert (seen.status, seen.ball) == ("information_requested", "firm")
    (item,) = seen.deficiencies[0].items
    assert (item.code, item.target) == ("replace_document", bad)
    assert item.text.startswith("Fila «kart.pdf» kan ikkje brukast. Fila er verna med passord.")
    assert len(desk.told("information_requested")) == 1
    assert seen.due_at is not None
    assert seen.due_at > clock.now() + timedelta(days=20)

    new = Answer(item_id=item.item_id, document_ids=[desk.uploaded(case)])
    seen = desk.ask(_answer(seen, new), FIRM)
    seen = desk.ask(AcceptSupplement(case_id=case.case_id), CASEWORKER)
    assert seen.status == "in_progress"
    assert seen.caseworker is not None
    assert seen.caseworker.name == CASEWORKER.name, "accepting also takes a case nobody had"


def test_a_rejected_answer_joins_the_open_letter(desk: Desk) -> None:
    case = desk.asked("Mangler kart")
    bad = desk.uploaded(case)
    case = desk.ask(_answer(case, Answer(item_id=_first(case), document_ids=[bad])), FIRM)
    assert case.status == "supplemented"
    desk.rejected(case, bad)
    seen = desk.look(case)
    assert seen.status == "information_requested"
    assert [(i.number, i.state) for i in seen.deficiencies[0].items] == [
        (1, "answered"),
        (2, "open"),
    ]
    assert desk.told("information_requested")[-1]["letter"] == 1


def test_a_proposal_that_rests_on_a_rejected_file_falls(desk: Desk) -> None:
    case = desk.assigned()
    propose = ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit")
    desk.ask(propose, CASEWORKER)
    desk.rejected(case, case.values["pipe_map"][0])
    seen = desk.look(case, BOTH)
    assert (seen.status, seen.proposal) == ("information_requested", None)


def test_a_file_nobody_sent_in_and_a_case_that_is_over_are_left_alone(desk: Desk) -> None:
    case = desk.submitted()
    desk.rejected(case, desk.uploaded(case))
    assert desk.look(case).status == "received"
    assert not desk.told("information_requested")


def test_a_verdict_is_not_overwritten_by_a_late_upload(desk: Desk) -> None:
    draft = desk.draft(pipe_map=["late"])
    desk.rejected(draft, "late")
    desk.hear(
        DocumentUploaded(
            case_id=draft.case_id, document_id="late", filename="k.pdf", kind="ANNET", size=1
        ),
        SYSTEM,
    )
    assert reasons(desk.look(draft))["submit"] == "form_incomplete"
