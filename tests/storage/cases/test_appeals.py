"""A decision is appealed: in time or late, changed, sent on, upheld, or taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.cases.contract.operations.appeals import (
    AdmitAppeal,
    AppealDecision,
    OverturnDecision,
    RejectAppeal,
    SendOnAppeal,
    UpholdDecision,
    WithdrawAppeal,
)
from services.cases.contract.operations.decisions import DecideCase, ProposeDecision
from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.operations.endings import CloseCase
from services.cases.contract.operations.freezes import PlanFreeze
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.words import Outcome
from services.chassis import clock
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import ADMINISTRATOR, APPROVER, BOTH, CASEWORKER, FIRM, READER

REASON = "Vi har sett på saken på nytt"


def _appealed(desk: Desk, case: CaseView) -> CaseView:
    return desk.ask(AppealDecision(case_id=case.case_id, text="Feil avstand er brukt"), FIRM)


@pytest.mark.parametrize("outcome", ["refused", "dismissed", "approved_with_conditions"])
def test_the_utility_changes_its_decision(desk: Desk, outcome: Outcome) -> None:
    case = _appealed(desk, desk.decided(outcome=outcome))
    assert (case.status, case.ball) == ("appealed", "utility")
    assert case.appeal is not None
    assert (case.appeal.state, case.appeal.status_before) == ("in_time", outcome)
    assert case.appeal.body == {
        "nb": "Kommunens klagenemnd",
        "nn": "Klagenemnda i kommunen",
        "en": "The municipality's appeals board",
    }
    assert desk.told("case_appealed")[0]["late"] is False
    overturn = OverturnDecision(case_id=case.case_id, reason=REASON)
    assert desk.refused(overturn, CASEWORKER).code == "RoleMissing"
    case = desk.ask(overturn, APPROVER)
    assert (case.status, case.decision) == ("in_progress", None)
    assert [each.outcome for each in case.earlier_decisions] == [outcome]
    assert case.expected_by is not None, "the time for the new decision counts from now"
    assert case.expected_by > clock.now() + timedelta(days=20)
    desk.ask(ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit"), CASEWORKER)
    case = desk.ask(DecideCase(case_id=case.case_id), APPROVER)
    assert (case.status, case.appeal) == ("approved", None)


def test_an_appeal_is_sent_on_and_the_appeal_body_upholds(desk: Desk) -> None:
    case = _appealed(desk, desk.decided())
    uphold = UpholdDecision(case_id=case.case_id, reason="Nemnda er enig")
    assert desk.refused(uphold, CASEWORKER).facts == {"state": "in_time"}
    case = desk.ask(SendOnAppeal(case_id=case.case_id, reason=REASON), CASEWORKER)
    assert case.appeal is not None
    assert (case.status, case.appeal.state, case.expected_by) == ("appealed", "sent_on", None)
    again = desk.refused(SendOnAppeal(case_id=case.case_id, reason=REASON), CASEWORKER)
    assert again.code == "AppealElsewhere"
    assert reasons(desk.look(case, APPROVER))["reject_appeal"] == "appeal_sent_on"
    case = desk.ask(uphold, CASEWORKER)
    assert (case.status, case.ball) == ("refused", "nobody")
    assert case.appeal is not None
    assert case.appeal.settled_at is not None
    steps = [told["step"] for told in desk.told("appeal_handled")]
    assert steps == ["sent_on", "upheld"]


def test_the_appeal_body_sets_the_decision_aside(desk: Desk) -> None:
    case = _appealed(desk, desk.decided())
    desk.ask(SendOnAppeal(case_id=case.case_id, reason=REASON), CASEWORKER)
    overturned = desk.ask(OverturnDecision(case_id=case.case_id, reason="Nemnda"), APPROVER)
    assert overturned.status == "in_progress"


def test_a_late_appeal_is_taken_in_flagged_and_let_in_by_a_leader(desk: Desk) -> None:
    case = desk.decided()
    assert case.decision is not None
    assert case.decision.appeal_until is not None
    desk.at(case.decision.appeal_until - timedelta(minutes=1))
    in_time = desk.decided()
    desk.at(case.decision.appeal_until)
    late = _appealed(desk, case)
    assert late.appeal is not None
    assert late.appeal.state == "late", "the limit is half-open"
    assert desk.told("case_appealed")[0]["late"] is True
    shown = reasons(desk.look(late, BOTH))
    assert (shown["send_on_appeal"], shown["overturn_decision"]) == ("appeal_late", "appeal_late")
    assert (shown["admit_appeal"], shown["reject_appeal"]) == (None, None)
    admit = AdmitAppeal(case_id=case.case_id, reason="Unnskyldelig")
    assert desk.refused(admit, CASEWORKER).code == "RoleMissing"
    admitted = desk.ask(admit, APPROVER)
    assert admitted.appeal is not None
    assert admitted.appeal.state == "admitted"
    assert desk.ask(OverturnDecision(case_id=case.case_id, reason=REASON), APPROVER).status == (
        "in_progress"
    )
    still = _appealed(desk, in_time)
    assert still.appeal is not None
    assert still.appeal.state == "in_time"
    assert desk.refused(AdmitAppeal(case_id=in_time.case_id, reason=REASON), APPROVER).facts == {
        "state": "in_time"
    }


def test_a_leader_rejects_a_late_appeal_and_the_decision_stands(desk: Desk) -> None:
    case = desk.decided(outcome="approved_with_conditions")
    desk.later(days=60)
    _appealed(desk, case)
    case = desk.ask(RejectAppeal(case_id=case.case_id, reason="For sent"), APPROVER)
    assert case.status == "approved_with_conditions"
    assert case.decision is not None
    assert reasons(desk.look(case))["appeal"] is None


def test_a_firm_takes_its_appeal_back_and_a_reader_does_not(desk: Desk) -> None:
    case = _appealed(desk, desk.decided(outcome="dismissed"))
    withdraw = WithdrawAppeal(case_id=case.case_id)
    assert desk.refused(withdraw, READER).code == "RoleMissing"
    assert desk.ask(withdraw, FIRM).status == "dismissed"
    assert desk.refused(withdraw, FIRM).code == "ActionNotOpen"


def test_a_closed_case_is_appealed_and_closed_again(desk: Desk) -> None:
    case = desk.decided()
    desk.ask(CloseCase(case_id=case.case_id, reason="Ferdig"), CASEWORKER)
    assert _appealed(desk, case).status == "appealed"
    assert desk.ask(WithdrawAppeal(case_id=case.case_id), FIRM).status == "closed"


def test_without_a_decision_there_is_nothing_to_appeal(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(CloseCase(case_id=case.case_id), CASEWORKER)
    refusal = desk.refused(AppealDecision(case_id=case.case_id, text="Uenig"), FIRM)
    assert refusal.code == "NothingToAppeal"
    assert reasons(desk.look(case))["appeal"] == "nothing_to_appeal"


def test_no_freeze_blocks_an_appeal_and_its_files_must_be_known(desk: Desk) -> None:
    case = desk.decided()
    desk.ask(
        PlanFreeze(
            starts_at=clock.now() - timedelta(days=1),
            ends_at=clock.now() + timedelta(days=9),
            blocks=["new_cases", "supplements", "orders"],
            reason={"nb": "Bytte", "nn": "Byte", "en": "Change"},
        ),
        ADMINISTRATOR,
    )
    unknown = AppealDecision(case_id=case.case_id, text="Uenig", document_ids=["unheard"])
    assert desk.refused(unknown, FIRM).code == "DocumentNotReady"
    assert desk.look(case).status == "refused", "nothing was half done"
    known = unknown.model_copy(update={"document_ids": [desk.uploaded(case)]})
    assert desk.ask(known, FIRM).status == "appealed"


def _as_case(desk: Desk, decided: CaseView) -> CaseView:
    case = desk.submitted("KLAGE", followed_case=decided.number)
    return desk.ask(AssignCase(case_id=case.case_id), CASEWORKER)


def test_an_appeal_sent_in_as_a_case_takes_the_decided_case_along(desk: Desk) -> None:
    decided = desk.decided()
    klage = _as_case(desk, decided)
    seen = desk.look(decided)
    assert (seen.status, seen.ball) == ("appealed", "utility")
    assert seen.appeal is not None
    assert (seen.appeal.case_id, seen.appeal.case_number) == (klage.case_id, klage.number)
    assert seen.appeal.text
    assert desk.told("case_appealed")[0]["case_id"] == decided.case_id
    sent = desk.ask(SendOnAppeal(case_id=klage.case_id, reason=REASON), CASEWORKER)
    assert (sent.status, sent.expected_by) == ("appealed", None)
    after = desk.look(decided)
    assert after.appeal is not None
    assert (after.appeal.state, after.expected_by) == ("sent_on", None)
    upheld = desk.ask(UpholdDecision(case_id=klage.case_id, reason="Nemnda er enig"), CASEWORKER)
    assert (upheld.status, desk.look(decided).status) == ("closed", "refused")
    both = [told["case_id"] for told in desk.told("appeal_handled")]
    assert both == [klage.case_id, decided.case_id] * 2


def test_an_appeal_case_sets_the_decision_aside_or_is_rejected_or_taken_back(desk: Desk) -> None:
    overturned, rejected, withdrawn = (desk.decided() for _ in range(3))
    klage = _as_case(desk, overturned)
    done = desk.ask(OverturnDecision(case_id=klage.case_id, reason=REASON), APPROVER)
    again = desk.look(overturned)
    assert (done.status, again.status, again.decision) == ("closed", "in_progress", None)
    klage = _as_case(desk, rejected)
    done = desk.ask(RejectAppeal(case_id=klage.case_id, reason="Ikke part"), APPROVER)
    assert (done.status, desk.look(rejected).status) == ("dismissed", "refused")
    klage = _as_case(desk, withdrawn)
    done = desk.ask(WithdrawCase(case_id=klage.case_id), FIRM)
    assert (done.status, desk.look(withdrawn).status) == ("withdrawn", "refused")


def test_a_late_appeal_case_waits_for_a_leader_on_the_decided_case(desk: Desk) -> None:
    decided = desk.decided()
    desk.later(days=60)
    klage = _as_case(desk, decided)
    send = SendOnAppeal(case_id=klage.case_id, reason=REASON)
    assert desk.refused(send, CASEWORKER).facts == {"state": "late"}
    assert desk.look(klage).status == "in_progress", "neither of the two moved"
    desk.ask(AdmitAppeal(case_id=decided.case_id, reason="Unnskyldelig"), APPROVER)
    assert desk.ask(send, CASEWORKER).status == "appealed"
