"""Forms that refer to another case: to send more, to revise, to be exempted, to appeal."""

from __future__ import annotations

import pytest
from sqlalchemy import true, update

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.contract.operations.decisions import (
    AnswerStatement,
    DecideCase,
    ProposeDecision,
)
from services.cases.contract.operations.drafts import CheckCase, SubmitCase, WithdrawCase
from services.cases.contract.operations.endings import CloseCase
from services.cases.contract.operations.handling import AssignCase, ConfigureZone
from services.cases.contract.operations.reading import GetTimeline
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.words import Outcome
from services.cases.model import Case
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    APPROVER,
    BERGEN,
    CASEWORKER,
    ELSEWHERE,
    FIRM,
    STRANGER,
    SYSTEM,
)

NORTH = ConfigureZone(
    utility=BERGEN,
    code="nord",
    name="Sone nord",
    email="nord@vann.example",
    phone="+4755500011",
    kommunenr="4601",
    gnr_from=1,
    gnr_to=200,
)


def _decided(desk: Desk, outcome: Outcome = "approved") -> CaseView:
    case = desk.assigned()
    propose = ProposeDecision(case_id=case.case_id, outcome=outcome, text="Fordi.")
    desk.ask(propose, CASEWORKER)
    return desk.ask(DecideCase(case_id=case.case_id), APPROVER)


def _problem(desk: Desk, kind: str, number: str | None) -> str:
    draft = desk.draft(kind, followed_case=number)
    problems = desk.ask(CheckCase(case_id=draft.case_id), FIRM).problems
    return ",".join(problem.code for problem in problems if problem.field == "followed_case")


def test_more_is_sent_to_an_open_case_and_lands_in_its_zone(desk: Desk) -> None:
    desk.ask(NORTH, SYSTEM)
    first = desk.submitted()
    sent = desk.submitted("ETTER", followed_case=first.number, text="Her er kartet.")
    assert (sent.zone, sent.place) == ("nord", first.place)
    timeline = desk.ask(GetTimeline(case_id=first.case_id), CASEWORKER).items
    assert (timeline[-1].action, timeline[-1].facts["number"]) == ("refer", sent.number)
    assert desk.look(first).status == "received", "the first case goes on as it was"


def test_the_number_may_be_typed_small_and_spaced(desk: Desk) -> None:
    first = desk.submitted()
    assert _problem(desk, "ETTER", f" {str(first.number).lower()} ") == ""


def test_nobody_refers_to_a_case_of_others_or_none(desk: Desk) -> None:
    theirs = desk.submitted(actor=STRANGER)
    assert _problem(desk, "ETTER", theirs.number) == "case_unknown"
    assert _problem(desk, "ETTER", "VA-2019-000001") == "case_unknown"
    assert _problem(desk, "ETTER", None) == "required"
    draft = desk.draft("ETTER", followed_case=theirs.number)
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FormIncomplete"


REFERRING = sorted(
    (kind.definition.code, name)
    for kind in map(CaseType, read_types())
    for name, field in kind.fields.items()
    if field.type == "case"
)


def _said(desk: Desk, code: str, field: str, number: str | None) -> str:
    """What the check says of the number, whatever else the form lacks."""
    shown = {"subscription": "supplement"} if code == "SAN" else {}
    draft = desk.draft(code, **shown, **{field: number})
    problems = desk.ask(CheckCase(case_id=draft.case_id), FIRM).problems
    return ",".join(problem.code for problem in problems if problem.field == field)


def test_five_types_name_an_earlier_case() -> None:
    assert REFERRING == [
        ("DISP", "followed_case"),
        ("ETTER", "followed_case"),
        ("KLAGE", "followed_case"),
        ("REV", "followed_case"),
        ("SAN", "earlier_case"),
    ]


@pytest.mark.parametrize(("code", "field"), REFERRING)
def test_a_number_tells_nothing_of_cases_that_are_not_ones_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, code: str, field: str
) -> None:
    """Another firm's, one's own at another utility, and one nobody has: the same answer."""
    theirs = desk.assigned(actor=STRANGER)
    desk.ask(ProposeDecision(case_id=theirs.case_id, outcome="approved", text="Ja."), CASEWORKER)
    theirs = desk.ask(DecideCase(case_id=theirs.case_id), APPROVER)
    elsewhere = desk.submitted("RORM", ELSEWHERE)
    elsewhere_alone = str(elsewhere.number).replace("000001", "000777")
    with begin(SYSTEM) as work:
        work.session.execute(
            update(Case).where(Case.id == elsewhere.case_id).values(number=elsewhere_alone)
        )
    for number in (theirs.number, elsewhere_alone, "VA-2019-000001"):
        assert _said(desk, code, field, number) == "case_unknown"
    monkeypatch.setattr("services.cases.store.references.visible", lambda _actor: true())
    assert _said(desk, code, field, theirs.number) == "", "without the predicate it is taken"


@pytest.mark.parametrize("code", ["KLAGE", "SAN"])
def test_a_case_closed_after_its_decision_is_decided_and_one_closed_without_is_not(
    desk: Desk, code: str
) -> None:
    field = dict(REFERRING)[code]
    decided, noted = _decided(desk), desk.assigned()
    for case in (decided, noted):
        desk.ask(CloseCase(case_id=case.case_id, reason="Ferdig"), CASEWORKER)
    assert _said(desk, code, field, decided.number) == ""
    assert _said(desk, code, field, noted.number) == "case_not_decided"


def test_plans_are_revised_after_approval_only(desk: Desk) -> None:
    waiting = desk.submitted()
    assert _problem(desk, "REV", waiting.number) == "case_not_approved"
    approved = _decided(desk)
    assert _problem(desk, "REV", approved.number) == ""
    assert desk.submitted("REV", followed_case=approved.number).status == "received"


def test_nothing_more_is_sent_to_a_case_that_has_ended(desk: Desk) -> None:
    gone = desk.submitted()
    desk.ask(WithdrawCase(case_id=gone.case_id), FIRM)
    assert _problem(desk, "ETTER", gone.number) == "case_not_open"
    assert _problem(desk, "DISP", gone.number) == "case_not_open"


@pytest.mark.parametrize("outcome", ["approved", "refused"])
def test_a_decision_can_be_appealed_against_but_a_statement_cannot(
    desk: Desk, outcome: Outcome
) -> None:
    decided = _decided(desk, outcome)
    appeal = desk.submitted("KLAGE", followed_case=decided.number)
    assert (appeal.case_class, appeal.status) == ("appeal", "received")
    asked = desk.assigned("FORH")
    given = desk.ask(AnswerStatement(case_id=asked.case_id, text="Kan bygges."), CASEWORKER)
    assert _problem(desk, "KLAGE", given.number) == "case_not_decided"


def test_a_case_without_zone_is_followed_to_distribution(desk: Desk) -> None:
    first = desk.submitted()
    sent = desk.submitted("DISP", followed_case=first.number)
    assert sent.zone == "fordeling"
    assert desk.ask(AssignCase(case_id=sent.case_id), CASEWORKER).status == "in_progress"
