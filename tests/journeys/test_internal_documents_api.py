"""The utility's own documents: what goes out, what stays inside, what is shielded (R13)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest

from services.chassis.ids import new_id
from tests.journeys.conftest import ENTER, FIRM_ADMIN, NewFirm
from tests.journeys.live import Live
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import (
    accepted,
    approve,
    attach_and_submit,
    draft,
    in_status,
    register,
    the_letter,
)
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]
GROUND = {"basis": "PERSONLIGE_FORHOLD", "reason": "Gjelder naboens helse."}
READ_BY_FIRMS = (
    "/api/v1/cases",
    "/api/v1/cases.csv",
    "/api/v1/overview",
    "/api/v1/me/export",
    "/api/v1/cases/{case}",
    "/api/v1/cases/{case}/timeline",
    "/api/v1/cases/{case}/documents",
    "/api/v1/cases/{case}/messages",
    "/api/v1/cases/{case}/submissions",
    "/saker",
    "/saker/{case}",
    "/saker/{case}/del",
    "/saker/{case}/kvittering",
    "/saker/{case}/versjoner",
    "/saker/{case}/meldinger",
)
"""Everything a firm can read of a case without naming a document."""
SEARCHES = ("/api/v1/cases?q={word}", "/saker?q={word}")


@pytest.fixture
def other_firm(enter: ENTER, staff: Staff, phones: Phones) -> Visitor:
    """The administrator of another rørlegger firm, which nobody had heard of before."""
    firm = NewFirm.made_up()
    visitor = enter()
    register(visitor, firm, phones)
    approve(staff("registrar"), firm)
    visitor.log_in(firm.email, firm.mobile)
    return visitor


def put_in(staff: Visitor, case_id: str, word: str, **entry: Any) -> str:
    """A document of the utility's whose title and file name hold the word; inspected."""
    content = INPUTS["situasjonsplan.pdf"]()
    said = {"title": f"Notat {word}", **entry}
    document = staff.upload(case_id, f"{word}.pdf", content, "ANNET", entry=said)
    until(partial(accepted, staff, document), what="inspection")
    return document


def journal(visitor: Visitor, case_id: str) -> list[Any]:
    return list(visitor.get(f"/cases/{case_id}/documents")["items"])


def ids_firms_may_see(staff: Visitor, case_id: str) -> list[str]:
    """The utility's own list, less internal and shielded entries."""
    return [
        each["document_id"]
        for each in journal(staff, case_id)
        if each["direction"] != "internal" and each["shielding"] is None
    ]


def places_with(visitor: Visitor, case_id: str, word: str) -> list[str]:
    """Where a firm reads the word, or finds the case by it, without naming a document."""
    http = httpx.Client(base_url=f"http://127.0.0.1:{visitor.bed.port}", timeout=30)
    found = []
    with http:
        for address in READ_BY_FIRMS:
            path = address.format(case=case_id)
            answer = http.get(path, headers=visitor.headers())
            assert answer.status_code == 200, (path, answer.status_code)
            if word in answer.text:
                found.append(path)
        for address in SEARCHES:
            path = address.format(word=word)
            if case_id in http.get(path, headers=visitor.headers()).text:
                found.append(path)
    return found


def reaches(visitor: Visitor, document_id: str) -> set[int]:
    """How the document answers when it is named."""
    ways = (f"/documents/{document_id}", f"/documents/{document_id}/content")
    return {visitor.ask("GET", way).status_code for way in ways}


def test_firms_read_the_journal_less_what_is_internal_and_shielded(
    firm_admin: Visitor, other_firm: Visitor, staff: Staff, phones: Phones
) -> None:
    caseworker, word = staff("caseworker"), f"merke{new_id()}"
    case_id = draft(firm_admin)
    attach_and_submit(firm_admin, case_id)
    until(lambda: in_status(firm_admin, case_id, "received"), what="received")
    until(lambda: the_letter(firm_admin, case_id, "receipt"), what="the receipt")
    number = firm_admin.get(f"/cases/{case_id}")["number"]
    seen = phones.ids(FIRM_ADMIN[0])
    put_in(caseworker, case_id, f"ut{word}", journal_type="U", dated_on="2026-01-15")
    mail = phones.next_to(FIRM_ADMIN[0], seen, holding="lagt et dokument")
    assert number in mail["body"]
    assert word not in mail["body"]
    [shown] = [each for each in journal(firm_admin, case_id) if each["title"] == f"Notat ut{word}"]
    assert (shown["journal_type"], shown["dated_on"]) == ("U", "2026-01-15")
    until(lambda: the_entry(firm_admin, case_id, shown), what="the timeline")

    with Live(firm_admin) as firm, Live(caseworker) as desk:
        hidden = [
            put_in(caseworker, case_id, f"inne{word}", journal_type="N"),
            put_in(caseworker, case_id, f"inne{word}", journal_type="X"),
            put_in(caseworker, case_id, f"inne{word}", journal_type="U", shield=GROUND),
        ]
        until(lambda: desk.told_of(case_id), what="the utility's own open page")
        late = "what is told of the document before may come late; of these, nothing"
        assert firm.told_of(case_id) < len(hidden), late
    assert places_with(firm_admin, case_id, f"inne{word}") == []
    assert f"ut{word}" in str(journal(firm_admin, case_id))
    assert all(reaches(firm_admin, each) == {404} for each in hidden)

    with Live(firm_admin) as firm:
        shield = f"/operator/documents/{shown['document_id']}/shield"
        assert caseworker.post(shield, GROUND)["shielding"]["restriction"] == "UO"
        until(lambda: firm.told_of(case_id), within=5, what="the firm's open page")
        hidden.append(shown["document_id"])
    until(lambda: places_with(firm_admin, case_id, word) == [], what="the timeline without it")
    assert not the_entry(firm_admin, case_id, shown)
    assert reaches(firm_admin, shown["document_id"]) == {404}
    assert [each["document_id"] for each in journal(firm_admin, case_id)] == ids_firms_may_see(
        caseworker, case_id
    )
    assert word not in str(phones.messages(FIRM_ADMIN[0]))

    give_to(other_firm, case_id, caseworker)
    assert places_with(other_firm, case_id, word) == []
    assert all(reaches(other_firm, each) == {404} for each in hidden)
    assert [each["document_id"] for each in journal(other_firm, case_id)] == ids_firms_may_see(
        caseworker, case_id
    )
    lift = f"/operator/documents/{shown['document_id']}/lift"
    caseworker.post(lift, {"reason": "Naboen samtykker."})
    assert reaches(other_firm, shown["document_id"]) == {200}
    settled = caseworker.post(f"/operator/documents/{hidden[0]}/follow-up")
    assert settled["followed_up_by"] == "Siri Saksbehandler"


def the_entry(visitor: Visitor, case_id: str, document: Any) -> bool:
    """The timeline says that the document was put in."""
    timeline = visitor.get(f"/cases/{case_id}/timeline")["items"]
    return any(each["facts"].get("document_id") == document["document_id"] for each in timeline)


def give_to(other: Visitor, case_id: str, caseworker: Visitor) -> None:
    """The case changes firm."""
    caseworker.act(case_id, "assign")
    said = [
        {"side": "former", "by": "Ada Rørvik", "how": "email"},
        {"side": "new", "by": "Eva Entreprenør", "how": "phone"},
    ]
    move = {"orgnr": other.get("/firm")["orgnr"], "reason": "Ny utførende", "confirmations": said}
    until(
        lambda: caseworker.ask("POST", f"/cases/{case_id}/transfer", json=move).is_success,
        what="cases to have heard of the new firm",
    )
    until(
        lambda: other.ask("GET", f"/cases/{case_id}/documents").is_success,
        what="documents to have heard of it",
    )


def test_what_is_refused_says_why_and_changes_nothing(firm_admin: Visitor, staff: Staff) -> None:
    caseworker = staff("caseworker")
    case_id = draft(firm_admin)
    attach_and_submit(firm_admin, case_id)
    receipt = until(lambda: the_letter(caseworker, case_id, "receipt"), what="the receipt")
    where = f"/operator/documents/{receipt['document_id']}"
    for body in ({**GROUND, "basis": "FORDI"}, {**GROUND, "ends_on": "2020-01-01"}, {"basis": "X"}):
        assert caseworker.refused("POST", f"{where}/shield", json=body)[0] == 422
    assert caseworker.refused("POST", f"{where}/lift", json={"reason": "Feil"}) == (
        409,
        "NotShielded",
    )
    assert caseworker.refused("POST", f"{where}/follow-up", json={}) == (409, "NothingToFollowUp")
    announced = {"filename": "a.pdf", "size": 10, "kind": "ANNET"}
    entry = {"journal_type": "X", "title": "Notat"}
    assert firm_admin.refused(
        "POST", f"/cases/{case_id}/uploads", json={**announced, "entry": entry}
    ) == (403, "NotForYou")
    wrong = {**announced, "entry": {**entry, "journal_type": "I"}}
    assert caseworker.refused("POST", f"/cases/{case_id}/uploads", json=wrong)[0] == 422
    assert "PERSONLIGE_FORHOLD" in str(caseworker.get("/operator/legal-bases"))
    assert the_letter(firm_admin, case_id, "receipt") is not None
