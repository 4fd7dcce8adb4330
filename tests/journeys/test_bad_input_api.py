"""What goes wrong is answered in words that help, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from services.chassis import clock
from services.chassis.ids import new_id
from tests.journeys.conftest import ENTER, FIRM_ADMIN, NewFirm
from tests.journeys.forms import plumbing_notice
from tests.journeys.phones import Phones
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
PRIVATE_PERSON = "12057900499"
"""Eleven digits, as a private person's number has; made up, and not a valid one."""


def registration(**changed: Any) -> dict[str, Any]:
    firm = NewFirm.made_up()
    body: dict[str, Any] = {
        "orgnr": firm.orgnr,
        "firm": {
            "name": "Nyrør AS",
            "municipality": "Fjordby",
            "phone": "+4755500099",
            "emails": {"post": firm.email},
        },
        "professions": ["rorlegger"],
        "admin": {
            "name": "Nils Nyrør",
            "email": firm.email,
            "mobile": firm.mobile,
            "password": PASSWORD,
        },
    }
    return body | changed


def begun(visitor: Visitor) -> Any:
    """A draft with nothing in it."""
    return visitor.post("/cases", {"type": "RORM"})


def test_a_wrong_organisation_number(enter: ENTER) -> None:
    answer = enter().ask("POST", "/registrations", json=registration(orgnr="311153057"))
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == ("orgnr", "orgnr_invalid")
    assert "311153057" not in answer.text


def test_a_private_person_is_shown_the_way(enter: ENTER) -> None:
    answer = enter().ask("POST", "/registrations", json=registration(orgnr=PRIVATE_PERSON))
    assert (answer.status_code, answer.json()["code"]) == (422, "PrivatePerson")
    assert "kommunens nettsider" in answer.json()["detail"]
    assert PRIVATE_PERSON not in answer.text


def test_a_missing_field_is_named(enter: ENTER) -> None:
    body = registration()
    del body["admin"]["mobile"]
    answer = enter().ask("POST", "/registrations", json=body)
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [
        ("admin.mobile", "missing")
    ]


def test_the_sixth_guess_is_not_looked_at(enter: ENTER, phones: Phones) -> None:
    visitor, firm = enter(), registration()
    with phones.code_to(firm["admin"]["mobile"]) as code:
        address = f"/registrations/{visitor.post('/registrations', firm)['registration_id']}/mobile"
    right = code()
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert visitor.ask("POST", address, json={"code": wrong}).status_code in (422, 429)
    status, name = visitor.refused("POST", address, json={"code": right})
    assert (status, name) in ((422, "CodeExpired"), (429, "TooManyTries"))


def test_a_code_replaced_by_a_newer_one_has_expired(enter: ENTER, phones: Phones) -> None:
    visitor = enter()
    with phones.code_to(FIRM_ADMIN[1]) as first:
        visitor.post("/sessions", {"email": FIRM_ADMIN[0], "password": PASSWORD})
    old = first()
    with phones.code_to(FIRM_ADMIN[1]) as second:
        visitor.post("/sessions", {"email": FIRM_ADMIN[0], "password": PASSWORD})
    second()
    status, _ = visitor.refused("POST", "/sessions/current/factor", json={"code": old})
    assert status == 422


def test_a_file_over_the_limit_is_refused_when_announced(firm_admin: Visitor) -> None:
    case = begun(firm_admin)
    body = {"filename": "stor.pdf", "size": 3 * 1024**3, "kind": "LEDNINGSKART"}
    answer = firm_admin.ask("POST", f"/cases/{case['case_id']}/uploads", json=body)
    assert (answer.status_code, answer.json()["code"]) == (413, "FileTooLarge")
    assert "MB" in answer.json()["detail"]


def test_more_bytes_than_announced_are_refused(firm_admin: Visitor) -> None:
    body = {"filename": "plan.pdf", "size": 1000, "kind": "LEDNINGSKART"}
    upload = firm_admin.post(f"/cases/{begun(firm_admin)['case_id']}/uploads", body)
    (part,) = upload["parts"]
    status, code = firm_admin.refused("PUT", part["url"], content=b"x" * 1001)
    assert (status, code) == (422, "PartIncomplete")
    status, code = firm_admin.refused("PUT", part["url"] + "0", content=b"x" * 1000)
    assert (status, code) == (403, "SignatureInvalid")
    address = f"/uploads/{upload['upload_id']}/complete"
    assert firm_admin.refused("POST", address, json={}) == (409, "PartsMissing")


def test_a_program_named_as_a_pdf_is_rejected(firm_admin: Visitor) -> None:
    case = begun(firm_admin)
    program = INPUTS["program forkledd.pdf"]()
    document_id = firm_admin.upload(case["case_id"], "tegning.pdf", program, "LEDNINGSKART")
    inspected = partial(settled, firm_admin, document_id)
    document = until(inspected, what="inspection")
    assert (document["state"], document["reason"]) in (
        ("rejected", "type_mismatch"),
        ("rejected", "type_not_allowed"),
    )
    refused = firm_admin.refused("GET", f"/documents/{document_id}/content")
    assert refused == (409, "NotAccepted")


def settled(visitor: Visitor, document_id: str) -> Any:
    """The document, once it is out of quarantine."""
    document = visitor.get(f"/documents/{document_id}")
    return document if document["state"] != "quarantined" else None


def test_an_incomplete_form_names_what_is_missing(firm_admin: Visitor) -> None:
    case = begun(firm_admin)
    address = f"/cases/{case['case_id']}/actions/submit"
    answer = firm_admin.ask("POST", address, json={})
    assert (answer.status_code, answer.json()["code"]) == (422, "FormIncomplete")
    errors = {error["field"]: error for error in answer.json()["errors"]}
    assert errors["properties"]["code"] == "required"
    assert all(error["message"] for error in errors.values())


def test_another_firms_case_is_not_there(firm_admin: Visitor, other_firm: Visitor) -> None:
    case_id = begun(firm_admin)["case_id"]
    for method, path, body in (
        ("GET", f"/cases/{case_id}", None),
        ("GET", f"/cases/{case_id}/timeline", None),
        ("GET", f"/cases/{case_id}/check", None),
        ("PATCH", f"/cases/{case_id}/form", {"version": 1, "values": {}}),
        ("POST", f"/cases/{case_id}/actions/submit", {}),
        ("POST", f"/cases/{case_id}/actions/withdraw", {}),
    ):
        options = {} if body is None else {"json": body}
        assert other_firm.refused(method, path, **options) == (404, "CaseNotFound"), path
    announced = {"filename": "a.pdf", "size": 10, "kind": "LEDNINGSKART"}
    for method, path, options in (
        ("POST", f"/cases/{case_id}/uploads", {"json": announced}),
        ("GET", f"/cases/{case_id}/documents", {}),
    ):
        assert other_firm.refused(method, path, **options) == (404, "CaseUnknown"), path


def test_a_submitted_form_is_closed(firm_admin: Visitor) -> None:
    case_id = begun(firm_admin)["case_id"]
    plan = INPUTS["situasjonsplan.pdf"]()
    values = plumbing_notice() | {
        "pipe_map": [firm_admin.upload(case_id, "kart.pdf", plan, "LEDNINGSKART")],
        "sketch": [firm_admin.upload(case_id, "skisse.pdf", plan, "MALSATT_SKISSE")],
    }
    body = {"version": firm_admin.get(f"/cases/{case_id}")["version"], "values": values}
    saved = firm_admin.did("PATCH", f"/cases/{case_id}/form", json=body)
    stale = firm_admin.refused("PATCH", f"/cases/{case_id}/form", json=body)
    assert stale == (409, "StaleVersion")
    firm_admin.act(case_id, "submit")
    late = {"version": saved["version"], "values": {"description": "Noe helt annet."}}
    status, code = firm_admin.refused("PATCH", f"/cases/{case_id}/form", json=late)
    assert (status, code) == (409, "ActionNotOpen")


def test_the_same_key_has_one_effect(firm_admin: Visitor) -> None:
    headers = {"Idempotency-Key": new_id()}
    first = firm_admin.post("/cases", {"type": "RORM"}, headers=headers)
    second = firm_admin.post("/cases", {"type": "RORM"}, headers=headers)
    assert first["case_id"] == second["case_id"]
    status, code = firm_admin.refused("POST", "/cases", json={"type": "FORH"}, headers=headers)
    assert (status, code) == (409, "KeyReused")


def test_a_date_in_the_past_is_no_deadline(
    firm_admin: Visitor, staff: Callable[[str], Visitor]
) -> None:
    case_id = begun(firm_admin)["case_id"]
    due = (clock.today() - timedelta(days=1)).isoformat()
    body = {"missing": [{"text": "Mer"}], "due_on": due}
    address = f"/cases/{case_id}/actions/request_information"
    status, code = staff("caseworker").refused("POST", address, json=body)
    assert (status, code) == (404, "CaseNotFound")  # a draft is its firm's alone


@pytest.mark.parametrize("content", [b"{", b"ikke json", b"\xff", b'{"email": "a\\u0000b"}'])
def test_a_body_that_is_not_json(enter: ENTER, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    refused = enter().refused("POST", "/sessions", content=content, headers=headers)
    assert refused == (400, "BodyNotJson")


def test_a_body_of_50_megabytes_is_not_read(enter: ENTER) -> None:
    headers = {"Content-Type": "application/json"}
    try:
        refused = enter().refused("POST", "/sessions", content=b" " * 50_000_000, headers=headers)
    except httpx.WriteError:  # the portal has hung up before all was sent
        return
    assert refused == (413, "BodyTooLarge")


def test_a_wrong_password_and_an_unknown_address_look_alike(enter: ENTER) -> None:
    visitor = enter()
    answers = [
        visitor.ask("POST", "/sessions", json={"email": email, "password": "feil passord 123"})
        for email in (FIRM_ADMIN[0], f"{new_id()}@ukjent.example")
    ]
    first, second = (
        {**answer.json(), "request_id": "", "status": answer.status_code} for answer in answers
    )
    assert first == second
    assert first["status"] == 401


def test_somebody_with_a_closed_session_is_nobody(enter: ENTER) -> None:
    visitor = enter()
    visitor.log_in("montor@rorlegger.example", "+4790000002")
    stolen = enter()
    stolen.cookies |= visitor.cookies
    assert stolen.get("/me")["email"] == "montor@rorlegger.example"
    visitor.did("DELETE", "/sessions/current")
    assert stolen.refused("GET", "/me")[0] == 401
