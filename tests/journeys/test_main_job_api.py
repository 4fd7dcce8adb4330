"""The main job over HTTP: from "no firm" to "decision received", as the manual tells it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from services.chassis import clock
from tests.journeys.conftest import ENTER, NewFirm
from tests.journeys.forms import plumbing_notice
from tests.journeys.live import Live
from tests.journeys.phones import Phones
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]


def test_a_firm_comes_in_applies_answers_and_gets_its_decision(
    enter: ENTER, staff: Staff, phones: Phones
) -> None:
    firm = NewFirm.made_up()
    admin = enter()
    register(admin, firm, phones)
    approve(staff("registrar"), firm)
    admin.log_in(firm.email, firm.mobile)

    case_id = draft(admin)
    admin = again(enter, firm)  # she left half-way and finds the draft again
    found = admin.get("/cases", params={"status": "draft"})
    assert [row["case_id"] for row in found["items"]] == [case_id]

    with Live(admin) as live:
        submitted = attach_and_submit(admin, case_id)
        received = until(lambda: in_status(admin, case_id, "received"), what="received")
        assert received["number"].startswith("VA-")
        assert received["zone_contact"]["name"]
        receipt_comes(admin, case_id, firm, phones, received["number"])
        assert live.told_of(case_id)

        caseworker = staff("caseworker")
        asked = send_deficiency_letter(caseworker, case_id, received["number"])
        told_of_what_is_missing(admin, case_id, firm, phones)
        answer_items(admin, case_id, asked)

        decided = decide(caseworker, staff("approver"), case_id)
        assert decided["decision"]["conditions"] == ["Ledningen skal trykkprøves."]
        letter = until(lambda: the_letter(admin, case_id, "decision"), what="decision letter")
        assert read(admin, letter).startswith(b"%PDF-")
        until(lambda: live.told_of(case_id) >= 5, what="live changes")

    steps = [entry["action"] for entry in admin.get(f"/cases/{case_id}/timeline")["items"]]
    wanted = ["submit", "request_information", "supplement", "accept_supplement", "decide"]
    assert [step for step in steps if step in wanted] == wanted
    assert submitted["status"] in ("submitted", "received")


def register(visitor: Visitor, firm: NewFirm, phones: Phones, post: str = "") -> None:
    """Both the phone and the e-mail address are proven; `post` is the firm's own address."""
    seen = phones.ids(firm.email)
    body = {
        "orgnr": firm.orgnr,
        "firm": {
            "name": f"Nyrør {firm.orgnr} AS",
            "municipality": "Fjordby",
            "phone": "+4755500099",
            "emails": {"post": post or firm.email},
        },
        "professions": ["rorlegger"],
        "admin": {
            "name": "Nils Nyrør",
            "email": firm.email,
            "mobile": firm.mobile,
            "password": PASSWORD,
            "language": "nb",
        },
    }
    with phones.code_to(firm.mobile) as code:
        registration = visitor.post("/registrations", body)["registration_id"]
    proven = visitor.post(f"/registrations/{registration}/mobile", {"code": code()})
    assert (proven["mobile_proven"], proven["email_proven"]) == (True, False)
    token = phones.link_to(firm.email, seen).rstrip("/").rpartition("/")[2]
    token = token.rpartition("=")[2]
    proven = visitor.post(f"/registrations/{registration}/email", {"token": token})
    assert (proven["email_proven"], proven["firm_status"]) == (True, "waiting")


def approve(registrar: Visitor, firm: NewFirm) -> None:
    """The registrar finds it in the queue."""
    waiting = registrar.get("/operator/firms", params={"status": "waiting", "limit": 100})
    (row,) = [row for row in waiting["items"] if row["orgnr"] == firm.orgnr]
    approved = registrar.post(f"/operator/firms/{row['firm_id']}/approve")
    assert approved["status"] == "approved"


def draft(admin: Visitor) -> str:
    """Chosen from the catalogue, begun, and left."""
    codes = [item["code"] for item in admin.get("/catalogue")["items"]]
    assert {"RORM", "PASL-FETT", "FORH"} <= set(codes)
    case = admin.post("/cases", {"type": "RORM", "title": "Eksempelveien 14"})
    half = {"properties": plumbing_notice()["properties"]}
    body = {"version": case["version"], "values": half}
    saved = admin.did("PATCH", f"/cases/{case['case_id']}/form", json=body)
    assert saved["values"]["properties"][0]["gnr"] == 164
    assert not admin.get(f"/cases/{case['case_id']}/check")["complete"]
    return str(case["case_id"])


def again(enter: ENTER, firm: NewFirm) -> Visitor:
    """Another day, another browser."""
    visitor = enter()
    visitor.log_in(firm.email, firm.mobile)
    return visitor


def attach_and_submit(
    admin: Visitor, case_id: str, other_words: dict[str, Any] | None = None
) -> Any:
    """Two PDFs and a photo, then the rest of the form, then off it goes."""
    pipe_map = INPUTS["situasjonsplan.pdf"]()
    documents = {
        "pipe_map": [admin.upload(case_id, "situasjonsplan.pdf", pipe_map, "LEDNINGSKART")],
        "sketch": [
            admin.upload(
                case_id, "målsatt skisse.pdf", INPUTS["fdv oljeutskiller.pdf"](), "MALSATT_SKISSE"
            )
        ],
        "other_attachments": [
            admin.upload(case_id, "grøft.jpg", INPUTS["grøft med posisjon.jpg"](), "ANNET")
        ],
    }
    version = admin.get(f"/cases/{case_id}")["version"]
    body = {"version": version, "values": plumbing_notice() | documents | (other_words or {})}
    admin.did("PATCH", f"/cases/{case_id}/form", json=body)
    assert admin.get(f"/cases/{case_id}/check")["problems"] == []
    for document in [document for documents in documents.values() for document in documents]:
        until(partial(accepted, admin, document), what="inspection")
    return admin.act(case_id, "submit")


def receipt_comes(admin: Visitor, case_id: str, firm: NewFirm, phones: Phones, number: str) -> None:
    """On screen, by e-mail, and as a PDF among the documents."""
    phones.next_to(firm.email, set(), holding=number)
    receipt = until(lambda: the_letter(admin, case_id, "receipt"), what="receipt")
    assert read(admin, receipt).startswith(b"%PDF-")


def send_deficiency_letter(caseworker: Visitor, case_id: str, number: str) -> list[Any]:
    """Found in the queue, read, taken, and asked for two things."""
    found = until(lambda: caseworker.get("/cases", params={"q": number})["items"], what="queue")
    assert found[0]["case_id"] == case_id
    files = caseworker.get(f"/cases/{case_id}/documents")["items"]
    assert read(caseworker, next(file for file in files if file["direction"] == "incoming"))
    caseworker.act(case_id, "assign")
    due = (clock.today() + timedelta(days=21)).isoformat()
    missing = [
        {"code": "missing_document", "text": "Send inn trykkprøvingsrapport."},
        {"code": "clarify", "text": "Hvilken dybde får grøften?"},
    ]
    asked = caseworker.act(
        case_id, "request_information", missing=missing, due_on=due, severity="minor"
    )
    assert (asked["status"], asked["ball"]) == ("information_requested", "firm")
    return list(asked["deficiencies"][-1]["items"])


def told_of_what_is_missing(admin: Visitor, case_id: str, firm: NewFirm, phones: Phones) -> None:
    """By SMS, by e-mail, and on the case: the ball is theirs."""
    case = admin.get(f"/cases/{case_id}")
    phones.next_to(firm.mobile, set(), holding=case["number"])
    phones.next_to(firm.email, set(), holding="trykkprøvingsrapport")
    assert case["ball"] == "firm"
    assert "supplement" in [action["name"] for action in case["actions"] if action["enabled"]]


def answer_items(admin: Visitor, case_id: str, items: list[Any]) -> None:
    """Both items get a file."""
    report = INPUTS["trykkprøving og innmåling.pdf"]()
    answers = []
    for item in items:
        file = admin.upload(case_id, "rapport.pdf", report, "ANNET", answers=item["item_id"])
        text = "Se vedlagt rapport."
        answers.append({"item_id": item["item_id"], "text": text, "document_ids": [file]})
    answered = admin.act(case_id, "supplement", answers=answers)
    assert answered["ball"] == "utility"


LETTER = "Meldingen er behandlet og kan gjennomføres på vilkårene under."


def decide(caseworker: Visitor, approver: Visitor, case_id: str, letter: str = LETTER) -> Any:
    """Accepted, proposed by one, decided by another."""
    caseworker.act(case_id, "accept_supplement")
    proposal = {
        "outcome": "approved_with_conditions",
        "conditions": ["Ledningen skal trykkprøves."],
        "text": letter,
    }
    caseworker.act(case_id, "propose_decision", **proposal)
    refused = caseworker.refused("POST", f"/cases/{case_id}/actions/decide", json={})
    assert refused[0] == 403
    return approver.act(case_id, "decide")


def in_status(visitor: Visitor, case_id: str, status: str) -> Any:
    """The case, once it is there."""
    case = visitor.get(f"/cases/{case_id}")
    return case if case["status"] == status else None


def accepted(visitor: Visitor, document_id: str) -> bool:
    """Inspected and clean."""
    document = visitor.get(f"/documents/{document_id}")
    assert document["state"] != "rejected", document
    return bool(document["state"] == "accepted")


def the_letter(visitor: Visitor, case_id: str, letter: str) -> Any:
    """A letter of the utility, once it can be read."""
    for document in visitor.get(f"/cases/{case_id}/documents")["items"]:
        if document["letter"] == letter and document["state"] == "accepted":
            return document
    return None


def read(visitor: Visitor, document: Any) -> bytes:
    """The bytes of a document."""
    answer = visitor.ask("GET", f"/documents/{document['document_id']}/content")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert len(answer.content) == document["size"]
    return answer.content
