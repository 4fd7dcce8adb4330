"""What stands in the way of submitting, and who says so."""

from __future__ import annotations

from services.cases.contract.operations.drafts import CheckCase, SaveForm, SubmitCase
from services.documents.contract.events import DocumentAccepted
from services.identity.contract.events.firms import FirmApproved, FirmChanged, FirmRejected
from services.identity.contract.types.firms import FirmEmails
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import FIRM, READER
from tests.storage.cases.statements import counted

EMAILS = FirmEmails(post="post@muffe.example")


def test_every_missing_answer_is_named_at_once(desk: Desk) -> None:
    draft = desk.draft(description=None, pipe_map=None)
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert refusal.code == "FormIncomplete"
    assert [(e.field, e.code, e.facts["step"]) for e in refusal.errors] == [
        ("description", "required", "work"),
        ("pipe_map", "required", "attachments"),
    ]
    assert reasons(desk.look(draft))["submit"] == "form_incomplete"


def test_a_firm_not_approved_may_draft_but_not_submit(desk: Desk) -> None:
    new = FIRM.model_copy(update={"firm_approved": False})
    draft = desk.draft(actor=new)
    assert reasons(draft)["submit"] == "firm_not_approved"
    assert desk.refused(SubmitCase(case_id=draft.case_id), new).code == "FirmNotApproved"


def test_a_firm_stopped_since_its_token_was_signed_cannot_submit(desk: Desk) -> None:
    draft = desk.draft()
    who = {"firm_id": FIRM.firm_id, "orgnr": FIRM.firm_orgnr, "name": FIRM.firm_name}
    suspended = FirmChanged(
        **who, revision=3, status="suspended", professions=["rorlegger"], emails=EMAILS
    )
    desk.hear(suspended)
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FirmNotApproved"
    approved = {"professions": ["rorlegger"], "emails": EMAILS, "language": "nn"}
    desk.hear(FirmApproved(**who, revision=2, **approved))
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FirmNotApproved", (
        "an older revision never overwrites a newer"
    )
    desk.hear(FirmRejected(**who, revision=4, emails=EMAILS, language="nb", reason="Konkurs"))
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FirmNotApproved"
    desk.hear(FirmApproved(**who, revision=5, **approved))
    assert desk.ask(SubmitCase(case_id=draft.case_id), FIRM).status == "received"


def test_the_profession_is_asked_again(desk: Desk) -> None:
    draft = desk.draft()
    changed = FIRM.model_copy(update={"professions": frozenset({"entreprenor"})})
    assert desk.refused(SubmitCase(case_id=draft.case_id), changed).code == "NotForYourProfession"


def test_a_reader_does_not_submit(desk: Desk) -> None:
    draft = desk.draft()
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), READER)
    assert (refusal.code, refusal.facts["needs"]) == ("RoleMissing", ["firm_admin", "applicant"])


def test_what_was_seen_is_what_is_sent(desk: Desk) -> None:
    draft = desk.draft()
    saved = desk.ask(
        SaveForm(case_id=draft.case_id, version=draft.version, values={"description": "Ny"}), FIRM
    )
    stale = desk.refused(SubmitCase(case_id=draft.case_id, version=draft.version), FIRM)
    assert (stale.code, stale.facts["version"]) == ("StaleVersion", saved.version)
    assert desk.ask(SubmitCase(case_id=draft.case_id, version=saved.version), FIRM).number


def test_twice_is_once(desk: Desk) -> None:
    case = desk.submitted()
    refusal = desk.refused(SubmitCase(case_id=case.case_id), FIRM)
    assert (refusal.code, refusal.facts["status"]) == ("ActionNotOpen", "received")
    assert len(desk.told("case_received")) == 1


def test_a_file_not_heard_of_yet_is_worth_another_try(desk: Desk) -> None:
    draft = desk.draft(pipe_map=["unheard"])
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert (refusal.code, refusal.retry_after) == ("DocumentNotReady", 1)
    assert refusal.facts == {"document_id": "unheard", "state": "unknown"}
    assert desk.look(draft).status == "draft"
    assert not desk.told("case_submitted")


def test_another_cases_file_is_unknown_to_this_one(desk: Desk) -> None:
    theirs = desk.uploaded(desk.draft())
    draft = desk.draft(pipe_map=[theirs])
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "DocumentNotReady"


def test_a_rejected_file_is_shown_before_it_is_sent(desk: Desk) -> None:
    draft = desk.draft()
    bad = draft.values["pipe_map"][0]
    desk.rejected(draft, bad)
    check = desk.ask(CheckCase(case_id=draft.case_id), FIRM)
    assert [(p.field, p.code, p.facts) for p in check.problems] == [
        ("pipe_map", "document_rejected", {"document_id": bad})
    ]
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "FormIncomplete"


def test_a_field_takes_only_its_own_types_of_file(desk: Desk) -> None:
    draft = desk.draft()
    for field, media_type in (("pipe_map", "application/pdf"), ("sketch", "video/mp4")):
        accepted = DocumentAccepted(
            case_id=draft.case_id,
            document_id=draft.values[field][0],
            filename="f",
            kind="ANNET",
            media_type=media_type,
            size=1,
            sha256="0" * 64,
        )
        desk.hear(accepted)
    problems = desk.ask(CheckCase(case_id=draft.case_id), FIRM).problems
    assert [(p.field, p.code) for p in problems] == [("sketch", "media_type_not_allowed")]


def test_without_a_zone_somebody_distributes_by_hand(desk: Desk) -> None:
    case = desk.submitted(properties=[{**PROPERTY, "gnr": 9}])
    assert (case.zone, case.zone_contact) == ("fordeling", None)


def test_sending_in_costs_a_bounded_number_of_statements(desk: Desk) -> None:
    """Each is a round trip while the case is held: see S2 in docs/bench.md."""
    draft = desk.draft("FORH")
    with counted() as ran:
        desk.ask(SubmitCase(case_id=draft.case_id), FIRM)
    assert len(ran) <= 22, ran
