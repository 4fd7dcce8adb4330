"""One journey for each class over HTTP: application, notice, statement, appeal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from services.chassis import clock
from tests.journeys.visitor import Visitor
from tests.storage.cases.complete_forms import COMPLETE
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]
PDF = "situasjonsplan.pdf"
REASON = "Vi har sett på saken på nytt"


def sent_in(firm: Visitor, kind: str, **answers: Any) -> Any:
    """A complete form of the type, with its files, received."""
    case = firm.post("/cases", {"type": kind, "title": f"Sakens gang {kind}"})
    case_id = case["case_id"]
    values = {**COMPLETE[kind], **answers}
    for name, value in values.items():
        if isinstance(value, list) and str(value[0]).endswith(("pdf", "jpg")):
            photo = str(value[0]).endswith("jpg")
            file = "grøft med posisjon.jpg" if photo else PDF
            values[name] = [firm.upload(case_id, file, INPUTS[file](), "ANNET")]
    body = {"version": case["version"], "values": values}
    firm.did("PATCH", f"/cases/{case_id}/form", json=body)
    return until(partial(submitted, firm, case_id), what="received")


def submitted(firm: Visitor, case_id: str) -> Any:
    """Sent in, once cases has heard of every file."""
    answer = firm.ask("POST", f"/cases/{case_id}/actions/submit", json={})
    if answer.status_code == 422 and answer.json()["code"] == "DocumentNotReady":
        return None
    assert answer.is_success, answer.text
    return answer.json()


def decided(caseworker: Visitor, approver: Visitor, case_id: str, outcome: str) -> Any:
    """Taken, proposed by one and decided by another."""
    if caseworker.get(f"/cases/{case_id}")["status"] == "received":
        caseworker.act(case_id, "assign")
    caseworker.act(case_id, "propose_decision", outcome=outcome, text="Vurdert etter forskriften.")
    return approver.act(case_id, "decide")


def names(case: Any) -> set[str]:
    """The actions open to whoever asked."""
    return {action["name"] for action in case["actions"] if action["enabled"]}


def test_an_application_is_asked_for_more_compared_extended_and_opened_again(
    firm_admin: Visitor, staff: Staff
) -> None:
    caseworker, approver = staff("caseworker"), staff("approver")
    case_id = sent_in(firm_admin, "PASL-FETT")["case_id"]
    taken = caseworker.act(case_id, "assign")
    later = clock.today() + timedelta(days=120)
    extended = caseworker.act(
        case_id, "extend", until=later.isoformat(), reason="Vi venter på veivesenet"
    )
    assert extended["expected_by"] > taken["expected_by"]
    asked = {
        "code": "correct_field",
        "reason": "contradicts",
        "text": "Antall måltider stemmer ikke",
        "target": "meals_per_day",
    }
    prepared = caseworker.act(case_id, "prepare", missing=[asked])
    assert prepared["prepared"]["missing"][0]["target"] == "meals_per_day"
    assert firm_admin.get(f"/cases/{case_id}")["prepared"] is None
    refused = caseworker.refused(
        "POST", f"/cases/{case_id}/actions/prepare", json={"missing": [{**asked, "target": "nix"}]}
    )
    assert refused == (422, "UnknownTarget")
    item = caseworker.act(case_id, "send")["deficiencies"][0]["items"][0]
    answer = {"item_id": item["item_id"], "value": "300", "text": "Talt på nytt"}
    answered = firm_admin.act(case_id, "supplement", answers=[answer])
    assert (answered["status"], answered["values"]["meals_per_day"]) == ("supplemented", 300)
    versions = caseworker.get(f"/cases/{case_id}/submissions")["items"]
    change = versions[1]["changes"][0]
    assert (change["field"], change["before"], change["after"]) == ("meals_per_day", 250, 300)
    caseworker.act(case_id, "accept_supplement")
    closed = caseworker.refused("POST", f"/cases/{case_id}/actions/close", json={})
    assert closed == (409, "ActionNotOpen")
    done = decided(caseworker, approver, case_id, "approved")
    assert done["lapses_at"] is not None
    started = firm_admin.act(case_id, "report_start")
    assert (started["lapses_at"], started["started_at"] is not None) == (None, True)
    assert caseworker.act(case_id, "close", reason="Ferdig")["status"] == "closed"
    reopened = approver.act(case_id, "reopen", reason="Feil faktum")
    assert (reopened["status"], len(reopened["earlier_decisions"])) == ("in_progress", 1)
    counted = caseworker.get("/operator/statistics")["deficiencies"]
    assert any(row["reason"] == "contradicts" for row in counted["items"])


def test_a_notice_is_taken_note_of_without_a_decision(firm_admin: Visitor, staff: Staff) -> None:
    caseworker = staff("caseworker")
    case_id = sent_in(firm_admin, "RORM")["case_id"]
    more = firm_admin.act(case_id, "supplement", text="Vi starter en uke senere")
    assert more["status"] == "received"
    caseworker.act(case_id, "assign")
    closed = caseworker.act(case_id, "close", reason="Tatt til etterretning")
    assert (closed["status"], closed["ball"]) == ("closed", "nobody")
    steps = [each["action"] for each in firm_admin.get(f"/cases/{case_id}/timeline")["items"]]
    assert steps[-1] == "close"
    refused = firm_admin.refused(
        "POST", f"/cases/{case_id}/actions/appeal", json={"text": "Vi er uenige"}
    )
    assert refused == (409, "NothingToAppeal")


def test_a_statement_is_given_closed_and_not_appealed(firm_admin: Visitor, staff: Staff) -> None:
    caseworker = staff("caseworker")
    case_id = sent_in(firm_admin, "FORH")["case_id"]
    caseworker.act(case_id, "assign")
    given = caseworker.act(case_id, "answer_statement", text="Kan bygges slik det er tegnet.")
    assert given["status"] == "statement_given"
    seen = firm_admin.get(f"/cases/{case_id}")
    assert "appeal" not in {action["name"] for action in seen["actions"]}
    assert caseworker.act(case_id, "close")["status"] == "closed"


def test_an_appeal_is_a_case_that_takes_the_decided_one_along(
    firm_admin: Visitor, other_firm: Visitor, staff: Staff
) -> None:
    caseworker, approver = staff("caseworker"), staff("approver")
    first = sent_in(firm_admin, "RORM")
    decided(caseworker, approver, first["case_id"], "refused")
    path = f"/cases/{first['case_id']}/actions/appeal"
    assert other_firm.refused("POST", path, json={"text": "Ikke vår sak"})[0] == 404
    on_case = firm_admin.act(first["case_id"], "appeal", text="Avstanden er målt feil")
    assert (on_case["status"], on_case["appeal"]["state"]) == ("appealed", "in_time")
    firm_admin.act(first["case_id"], "withdraw_appeal")

    klage = sent_in(firm_admin, "KLAGE", followed_case=first["number"])
    assert firm_admin.get(f"/cases/{first['case_id']}")["status"] == "appealed"
    caseworker.act(klage["case_id"], "assign")
    sent = caseworker.act(klage["case_id"], "send_on_appeal", reason=REASON)
    assert sent["status"] == "appealed"
    refused = caseworker.refused(
        "POST", f"/cases/{klage['case_id']}/actions/overturn_decision", json={"reason": REASON}
    )
    assert refused == (403, "RoleMissing")
    approver.act(klage["case_id"], "overturn_decision", reason="Nemnda er uenig med oss")
    again = firm_admin.get(f"/cases/{first['case_id']}")
    assert (again["status"], again["decision"]) == ("in_progress", None)


def test_the_overdue_list_and_bulk_closing_are_the_utilitys_alone(
    firm_admin: Visitor, staff: Staff
) -> None:
    caseworker, approver = staff("caseworker"), staff("approver")
    assert firm_admin.ask("GET", "/operator/unanswered").status_code == 404
    case_id = sent_in(firm_admin, "RORM")["case_id"]
    caseworker.act(case_id, "assign")
    caseworker.act(
        case_id,
        "request_information",
        missing=[{"code": "clarify", "text": "Hvilken dybde?"}],
        due_on=clock.today().isoformat(),
    )
    body = {"case_ids": [case_id], "reason": "Ikke fulgt opp", "dry_run": True}
    refused = caseworker.refused("POST", "/cases/close-unanswered", json=body)
    assert refused == (403, "RoleMissing")
    report = approver.post("/cases/close-unanswered", body)
    (line,) = report["items"]
    assert (report["dry_run"], line["outcome"], line["code"]) == (
        True,
        "refused",
        "ClosingNotAnnounced",
    )
    assert case_id not in [
        row["case_id"] for row in caseworker.get("/operator/unanswered")["items"]
    ], "the last day is the firm's to its end"
    assert "close_unanswered" not in names(caseworker.get(f"/cases/{case_id}"))
