"""A rørleggermelding from draft to decision, told as its people live it."""

from __future__ import annotations

from datetime import timedelta

from services.cases.contract.operations.decisions import DecideCase, ProposeDecision
from services.cases.contract.operations.deficiencies import (
    AcceptSupplement,
    RequestInformation,
    SupplementCase,
)
from services.cases.contract.operations.drafts import SubmitCase
from services.cases.contract.operations.handling import AssignCase, ConfigureZone
from services.cases.contract.operations.reading import GetTimeline, ListCases
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.chassis import clock
from services.chassis.db import audit
from services.chassis.db.transaction import begin
from services.documents.contract.events import LetterIssued
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import APPROVER, BERGEN, CASEWORKER, COLLEAGUE, FIRM, SYSTEM

NORTH = ConfigureZone(
    utility=BERGEN,
    code="nord",
    name="Sone nord",
    email="nord@vann.example",
    phone="+4712345678",
    kommunenr="4601",
    gnr_from=160,
    gnr_to=169,
)


def test_from_draft_to_decision(desk: Desk) -> None:
    desk.ask(NORTH, SYSTEM)
    draft = desk.draft()
    assert (draft.status, draft.ball, draft.number) == ("draft", "firm", None)
    assert reasons(draft) == {"submit": None, "withdraw": None}

    case = desk.ask(SubmitCase(case_id=draft.case_id, version=draft.version), FIRM)
    year = clock.today().year
    assert (case.number, case.status, case.ball) == (f"VA-{year}-000001", "received", "utility")
    assert case.zone_contact is not None
    assert case.zone_contact.email == "nord@vann.example"

    queue = desk.ask(ListCases(assignee="none", ball="utility", sort="due"), CASEWORKER)
    assert [row.number for row in queue.items] == [case.number]
    case = desk.ask(AssignCase(case_id=case.case_id), CASEWORKER)
    assert reasons(case)["request_information"] is None
    assert reasons(case)["propose_decision"] is None

    case = desk.ask(
        RequestInformation(
            case_id=case.case_id,
            missing=[MissingItem(text="Mål på skissen"), MissingItem(text="Bilde av kummen")],
            due_on=clock.today() + timedelta(days=14),
        ),
        CASEWORKER,
    )
    assert (case.status, case.ball, case.expected_by) == ("information_requested", "firm", None)
    first, second = desk.look(case).deficiencies[0].items
    assert reasons(desk.look(case)) == {"supplement": None, "withdraw": None}

    answered = Answer(item_id=first.item_id, document_ids=[desk.uploaded(case, "skisse2.pdf")])
    case = desk.ask(SupplementCase(case_id=case.case_id, answers=[answered]), FIRM)
    assert (case.status, case.ball) == ("information_requested", "firm")
    answered = Answer(item_id=second.item_id, text="Se bildet", document_ids=[desk.uploaded(case)])
    case = desk.ask(SupplementCase(case_id=case.case_id, answers=[answered]), COLLEAGUE)
    assert (case.status, case.ball, case.due_at) == ("supplemented", "utility", None)
    assert case.expected_by is not None

    case = desk.ask(AcceptSupplement(case_id=case.case_id), CASEWORKER)
    assert {item.state for item in case.deficiencies[0].items} == {"accepted"}
    proposal = ProposeDecision(
        case_id=case.case_id,
        outcome="approved_with_conditions",
        conditions=["Meld fra før grøften fylles igjen"],
        text="Arbeidet kan utføres.",
    )
    desk.ask(proposal, CASEWORKER)
    assert desk.look(case).proposal is None, "the firm does not see what is not decided"

    decided = desk.ask(DecideCase(case_id=case.case_id), APPROVER)
    seen = desk.look(case)
    assert (seen.status, seen.ball) == ("approved_with_conditions", "nobody")
    assert seen.decision is not None
    assert seen.decision.conditions == ["Meld fra før grøften fylles igjen"]
    assert seen.decision.appeal_until is not None
    assert reasons(seen) == {"appeal": None, "report_start": None}
    assert reasons(decided) == {"close": None}


def test_everything_is_told_and_audited(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit"), CASEWORKER)
    desk.ask(DecideCase(case_id=case.case_id), APPROVER)
    told = desk.told()
    assert [event["told"] for event in told] == [
        "case_created.v1",
        "case_submitted.v1",
        "case_received.v1",
        "case_assigned.v1",
        "decision_proposed.v1",
        "decision_recorded.v1",
    ]
    revisions = [event["revision"] for event in told]
    assert revisions == sorted(set(revisions)), "a listener can tell the newer from the older"
    assert told[-1]["decided_by"]["name"] == APPROVER.name
    with begin(SYSTEM) as work:
        assert audit.breaks(work.session, f"case:{case.case_id}") == []


def test_the_receipt_says_what_was_answered(desk: Desk) -> None:
    desk.submitted(planned_start="2026-12-01", owner_mobile="99 99 99 99")
    received = desk.told("case_received")[0]
    shown = {label["nb"]: value for label, value in received["summary"]}
    assert shown["Eiendommer"] == "Storgata 1, gnr. 164 bnr. 123"
    assert shown["Hva gjelder meldingen?"] == "Reparasjon eller fornying"
    assert shown["Ønsket oppstart"] == "1. desember 2026"
    assert shown["Utvendig dimensjon"] == "32 mm"
    assert shown["Må offentlig ledning stenges?"] == "Nei"
    assert shown["Mobil til tiltakshaver"] == "99 99 99 99"
    assert shown["Bilder"] == "bilde.jpg"


def test_the_timeline_shows_the_progress_but_not_the_utilitys_own_reasons(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(ProposeDecision(case_id=case.case_id, outcome="refused", text="Nei"), CASEWORKER)
    letter = LetterIssued(
        case_id=case.case_id,
        document_id="letter-1",
        filename="kvittering.pdf",
        kind="KORR",
        letter="receipt",
        title="Kvittering",
        journal_number=1,
    )
    desk.hear(letter)
    desk.hear(letter)
    for_firm = desk.ask(GetTimeline(case_id=case.case_id), FIRM).items
    assert [entry.action for entry in for_firm] == [
        "create",
        "submit",
        "receive",
        "assign",
        "propose_decision",
        "issue_letter",
    ]
    assert for_firm[2].by == "", "the system has no name"
    assert for_firm[4].facts == {}
    for_staff = desk.ask(GetTimeline(case_id=case.case_id), CASEWORKER).items
    assert for_staff[4].facts == {"outcome": "refused"}


def test_numbers_follow_each_other_per_utility_and_year(desk: Desk) -> None:
    numbers = [desk.submitted().number for _ in range(3)]
    year = clock.today().year
    assert numbers == [f"VA-{year}-{n:06d}" for n in (1, 2, 3)]
