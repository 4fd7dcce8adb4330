"""Firms over HTTP: found, let in, stopped, merged, kept right, let in elsewhere, with proofs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from deploy.local.description import Description
from services.chassis import clock
from tests.journeys.conftest import ENTER, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, register
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]
VESTVIKS_REGISTRAR = ("foretak@vestvik.example", "+4790000021")


@pytest.fixture
def firm() -> NewFirm:
    return NewFirm.made_up()


@pytest.fixture
def admin(enter: ENTER, staff: Staff, phones: Phones, firm: NewFirm) -> Visitor:
    """The administrator of a firm nobody else uses, approved and logged in."""
    visitor = enter()
    register(visitor, firm, phones)
    approve(staff("registrar"), firm)
    visitor.log_in(firm.email, firm.mobile)
    return visitor


def at_vestvik(visitor: Visitor, bed: Description) -> Visitor:
    """The same portal of the other utility."""
    host = "vestvik.localhost" if visitor.portal == "contractor" else "operator.vestvik.localhost"
    visitor._host = f"{host}:{bed.port}"
    return visitor


def firm_id_of(visitor: Visitor) -> str:
    return str(visitor.get("/me")["firm_id"])


def test_anybody_finds_a_firm_and_comes_to_its_login(
    admin: Visitor, enter: ENTER, firm: NewFirm, bed: Description
) -> None:
    stranger = enter()
    spaced = f"{firm.orgnr[:3]} {firm.orgnr[3:6]} {firm.orgnr[6:]}"
    [hit] = stranger.get("/firms", params={"q": spaced})["items"]
    assert set(hit) == {"firm_id", "name", "orgnr", "municipality", "approved", "portal_url"}
    assert hit["approved"]
    asked = urlsplit(hit["portal_url"])
    assert (asked.netloc, asked.path) == (urlsplit(bed.base_url).netloc, "/logg-inn")
    chosen = parse_qs(asked.query)
    assert chosen == {"firm": [hit["firm_id"]], "utility": ["fjordby"]}
    assert firm_id_of(admin) == hit["firm_id"]
    assert at_vestvik(stranger, bed).get("/firms", params={"q": spaced})["items"] == []
    assert stranger.get("/utilities")["items"][1]["private_forms"].startswith("https://")


def test_a_firm_is_stopped_lifted_and_merged_and_its_case_follows(
    admin: Visitor, enter: ENTER, staff: Staff, phones: Phones
) -> None:
    gone = firm_id_of(admin)
    case_id = admin.post("/cases", {"type": "RORM"})["case_id"]
    registrar, home = staff("registrar"), f"/operator/firms/{gone}"

    registrar.post(f"{home}/suspend", {"reason": "Ubetalte gebyr"})
    look = until(
        lambda: _with_reason(admin.get(f"/cases/{case_id}"), "firm_not_approved"),
        what="the case to know that its firm is stopped",
    )
    assert look["status"] == "draft", "it reads on"
    assert admin.get("/firm")["status"] == "suspended"
    assert registrar.refused("POST", f"{home}/suspend", json={"reason": "Igjen"}) == (
        409,
        "FirmNotOpen",
    )
    registrar.post(f"{home}/lift")
    assert admin.refused("POST", f"{home}/lift") == (404, "PageNotFound")

    other = NewFirm.made_up()
    newcomer = enter()
    register(newcomer, other, phones)
    approve(registrar, other)
    newcomer.log_in(other.email, other.mobile)
    into = firm_id_of(newcomer)
    assert registrar.refused("POST", f"{home}/merge", json={"into": gone}) == (422, "SameFirm")
    registrar.post(f"{home}/merge", {"into": into})

    until(
        lambda: newcomer.ask("GET", f"/cases/{case_id}").status_code == 200,
        what="the case to be the other firm's",
    )
    assert newcomer.get(f"/cases/{case_id}/timeline")["items"][-1]["action"] == "firm_merged"
    until(
        lambda: newcomer.ask("GET", f"/cases/{case_id}/documents").status_code == 200,
        what="its journal to follow",
    )
    assert until(lambda: firm_id_of(admin) == into, what="the open session to follow")


def _with_reason(case: Any, reason: str) -> Any:
    [submit] = [action for action in case["actions"] if action["name"] == "submit"]
    return case if submit["reason"] == reason else None


def test_a_firm_keeps_its_profile_right(admin: Visitor, enter: ENTER, phones: Phones) -> None:
    number = clock.now().microsecond
    new, dead = f"ny{number}@nytt.example", f"dødpost{number}@nytt.example"
    seen = phones.ids(new)
    change = {"professions": ["rorlegger", "bronnborer"], "emails": {"post": new}}
    profile = admin.did("PATCH", "/firm", json=change)
    assert [each["email"] for each in profile["under_way"]] == [new]
    assert profile["emails"]["post"] != new
    bad = admin.ask("PATCH", "/firm", json={"professions": ["trollmann"]}).json()
    assert [error["field"] for error in bad["errors"]] == ["professions"]

    link = urlsplit(phones.link_to(new, seen))
    asked = {name: values[0] for name, values in parse_qs(link.query).items()}
    body = {"utility": asked["verk"], "purpose": asked["formal"], "token": asked["token"]}
    stranger = enter()
    proof = f"/firm-addresses/{asked['foretak']}"
    assert stranger.post(proof, body)["utility"] == "fjordby"
    assert stranger.refused("POST", proof, json=body) == (422, "LinkExpired")
    assert admin.get("/firm")["emails"]["post"] == new
    assert admin.get("/me")["firms"][0]["name"] == profile["name"]

    wrong = {"utility": "fjordby", "token": "x"}
    confirming = f"/firm-confirmations/{asked['foretak']}"
    assert stranger.refused("POST", confirming, json=wrong) == (422, "LinkExpired")
    admin.did("PATCH", "/firm", json={"emails": {"invoice": dead}})


def test_mail_that_does_not_arrive_is_shown_to_the_firm(
    enter: ENTER, staff: Staff, phones: Phones, firm: NewFirm
) -> None:
    visitor = enter()
    dead = f"postmottak.ø{firm.orgnr}@nytt.example"
    register(visitor, firm, phones, post=dead)
    approve(staff("registrar"), firm)
    visitor.log_in(firm.email, firm.mobile)
    marked = until(lambda: visitor.get("/firm")["undeliverable"], what="the address to be marked")
    assert [(each["purpose"], each["email"]) for each in marked] == [("post", dead)]


def test_a_firm_is_let_in_at_one_more_utility(
    admin: Visitor, enter: ENTER, bed: Description, firm: NewFirm
) -> None:
    before = {each["utility"]: each["status"] for each in admin.get("/firm/utilities")["items"]}
    assert before == {"fjordby": "approved", "vestvik": None, "ovingsvann": None}
    assert admin.refused("POST", "/firm/utilities/atlantis") == (404, "UnknownUtility")
    admin.post("/firm/utilities/vestvik")
    assert admin.refused("POST", "/firm/utilities/vestvik") == (409, "FirmKnown")

    firm_id = firm_id_of(admin)
    acting = admin.did(
        "PUT", "/sessions/current/acting", json={"firm_id": firm_id, "utility": "vestvik"}
    )
    assert acting["utility"] == "vestvik"
    assert admin.get("/firm")["status"] == "waiting"
    assert admin.post("/cases", {"type": "RORM"})["status"] == "draft", "it drafts while it waits"

    registrar = at_vestvik(enter("operator"), bed)
    registrar.log_in(*VESTVIKS_REGISTRAR)
    approve(registrar, firm)
    until(lambda: admin.get("/firm")["status"] == "approved", what="the firm to be let in")


def test_a_proof_is_uploaded_verified_and_read_by_the_registrar_alone(
    admin: Visitor, other_firm: Visitor, staff: Staff
) -> None:
    content = INPUTS["situasjonsplan.pdf"]()
    upload = admin.post("/firm/uploads", {"filename": "adk1.pdf", "size": len(content)})
    [part] = upload["parts"]
    admin.did("PUT", part["url"], content=content)
    document_id = admin.post(f"/uploads/{upload['upload_id']}/complete")["document_id"]
    stated = {
        "type": "adk1",
        "number": "ADK-4711",
        "holder": "Ada Rørvik",
        "issued_on": (clock.today() - timedelta(days=100)).isoformat(),
        "expires_on": (clock.today() + timedelta(days=300)).isoformat(),
        "document_id": document_id,
    }
    proof = admin.post("/firm/qualifications", stated)
    assert (proof["state"], proof["valid"]) == ("waiting", False)

    registrar = staff("registrar")
    waiting = registrar.get("/operator/qualifications")["items"]
    assert proof["qualification_id"] in [each["qualification_id"] for each in waiting]
    path = f"/documents/{document_id}/content"
    until(lambda: registrar.ask("GET", path).status_code == 200, what="the proof to be inspected")
    assert registrar.ask("GET", path).content == content
    assert other_firm.refused("GET", path)[0] == 404
    assert staff("caseworker").refused("GET", path)[0] == 404

    home = f"/operator/qualifications/{proof['qualification_id']}"
    assert registrar.post(f"{home}/verify")["valid"]
    assert registrar.refused("POST", f"{home}/verify") == (409, "QualificationNotOpen")
    assert admin.get("/firm/qualifications")["items"][0]["valid"]
    admin.did("DELETE", f"/firm/qualifications/{proof['qualification_id']}")
    assert admin.get("/firm/qualifications")["items"] == []
