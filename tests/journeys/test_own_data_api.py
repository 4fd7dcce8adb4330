"""One's own data over HTTP, existing users from a file, and the trail of it all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from services.chassis.ids import new_id
from tests.journeys.conftest import ENTER, NewFirm
from tests.journeys.forms import plumbing_notice
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, attach_and_submit, in_status, register
from tests.journeys.test_people_api import invite, join
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.system
AUDITOR = ("revisor@vann.example", "+4790000018")


def csv(*lines: str) -> bytes:
    """As Excel writes it on a Norwegian machine."""
    return "\r\n".join(("E-post;Navn;Orgnr;Roller", *lines)).encode("cp1252")


def test_a_person_takes_out_their_data_and_is_erased(
    enter: ENTER, staff: Callable[[str], Visitor], phones: Phones
) -> None:
    firm = NewFirm.made_up()
    admin = enter()
    register(admin, firm, phones)
    approve(staff("registrar"), firm)
    admin.log_in(firm.email, firm.mobile)
    assert admin.refused("DELETE", "/me") == (409, "LastAdministrator")

    email, mobile = f"gunn.{firm.orgnr}@nytt.example", f"+474{firm.mobile[4:]}"
    gunn = enter()
    join(gunn, phones, invite(admin, phones, email, "reader"), mobile)
    gunn.log_in(email, mobile)
    export = gunn.ask("GET", "/me/export")
    assert "attachment" in export.headers["content-disposition"]
    known = export.json()
    assert known["profile"]["mobile"] == mobile
    assert known["missing"] == []
    assert set(known["parts"]) == {"cases", "documents", "notify"}
    assert "argon2" not in export.text

    person_id = known["profile"]["person_id"]
    gunn.did("DELETE", "/me")
    assert gunn.ask("GET", "/me").status_code == 401
    asked = {"email": email, "password": PASSWORD}
    assert gunn.refused("POST", "/sessions", json=asked) == (401, "WrongLogin")
    assert admin.get("/firm/users", params={"q": "gunn"})["items"] == []

    auditor = enter("operator")
    auditor.log_in(*AUDITOR)
    whole = auditor.get("/operator/audit", params={"person_id": person_id, "limit": 100})
    trail = whole["items"]
    assert whole["missing"] == []
    assert {chain["state"] for chain in whole["chains"]} == {"whole"}
    assert [entry["tag"] for entry in trail if entry["tag"].startswith("person_erased")]
    tries = auditor.get("/operator/audit", params={"person_id": person_id, "stream": "tries"})
    assert [entry["tag"] for entry in tries["items"]] == ["data_exported"]
    assert email not in str(trail)
    until(
        lambda: email not in str(staff("administrator").get("/operator/deliveries")),
        what="the deliveries to forget the address",
    )
    assert staff("caseworker").refused("GET", "/operator/audit") == (403, "WrongRole")


def test_what_one_did_everywhere_is_taken_out_listed_and_in_the_trail(
    firm_admin: Visitor, staff: Callable[[str], Visitor], enter: ENTER
) -> None:
    """One case with a message and a file; who did it, in every part, and nobody else."""
    word = f"Merkeord{new_id()}"
    case = firm_admin.post("/cases", {"type": "RORM", "title": word})
    case_id = str(case["case_id"])
    fields = {"version": case["version"], "values": plumbing_notice()}
    firm_admin.did("PATCH", f"/cases/{case_id}/form", json=fields)
    attach_and_submit(firm_admin, case_id, {})
    until(lambda: in_status(firm_admin, case_id, "received"), what="received")
    firm_admin.post(f"/cases/{case_id}/messages", {"text": f"Vi graver {word}"})
    number = firm_admin.get(f"/cases/{case_id}")["number"]

    def taken_out(part: str) -> list[dict[str, Any]]:
        """What the part keeps of this case; the others hear its number a moment later."""
        return [e for e in firm_admin.get("/me/export")["parts"][part] if e["about"] == number]

    assert f"Vi graver {word}" in [each["details"].get("text") for each in taken_out("cases")]
    until(lambda: "file" in [each["what"] for each in taken_out("documents")], what="the files")
    assert firm_admin.get("/me/export")["parts"]["notify"]
    cases = firm_admin.get("/me/export/cases", params={"limit": 1})
    assert len(cases["items"]) == 1
    assert cases["next"]
    after = {"limit": 1, "cursor": cases["next"]}
    assert firm_admin.get("/me/export/cases", params=after)["items"] != cases["items"]
    wrong = {"cursor": "tull"}
    assert firm_admin.refused("GET", "/me/export/cases", params=wrong) == (422, "InvalidRequest")
    caseworker = staff("caseworker")
    assert word not in caseworker.ask("GET", "/me/export").text

    tags = [each["tag"] for each in firm_admin.get("/me/deeds", params={"limit": 100})["items"]]
    assert {"case_submitted.v1", "message_sent.v1", "document_uploaded.v1"} <= set(tags)
    auditor = enter("operator")
    auditor.log_in(*AUDITOR)
    person = firm_admin.get("/me")["person_id"]
    asked = {"person_id": person, "limit": 3}
    paged: list[dict[str, str]] = []
    cursor: str | None = ""
    for _ in range(4):
        page = auditor.get("/operator/audit", params={**asked, "cursor": cursor})
        paged += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert {each["service"] for each in paged} >= {"cases", "identity"}
    assert [each["at"] for each in paged] == sorted((e["at"] for e in paged), reverse=True)
    assert len({each["entry_id"] for each in paged}) == len(paged) > 3
    only = {"service": "documents", "chain": f"case:{case_id}", "limit": 100}
    files = auditor.get("/operator/audit", params=only)
    assert {each["service"] for each in files["items"]} == {"documents"}
    [chain] = files["chains"]
    assert (chain["name"], chain["state"]) == (number, "whole")
    looked = {"stream": "tries", "tag": "trail_read", "limit": 1}
    [look] = auditor.get("/operator/audit", params=looked)["items"]
    assert look["facts"]["chain"] == f"case:{case_id}"
    assert caseworker.refused("GET", "/operator/audit") == (403, "WrongRole")


def test_existing_users_come_from_a_file(
    enter: ENTER, staff: Callable[[str], Visitor], phones: Phones
) -> None:
    firm = NewFirm.made_up()
    register(enter(), firm, phones)
    approve(staff("registrar"), firm)
    administrator = staff("administrator")
    email = f"åse.{firm.orgnr}@nytt.example"
    content = csv(f"{email};Åse Ås;{firm.orgnr};søker+leser", "feil;X;123;sjef")

    tried = administrator.did("POST", "/operator/users/import?dry_run=true", content=content)
    assert (tried["dry_run"], tried["counts"]) == (True, {"new": 1, "refused": 1})
    wrong = {each["field"]: each["message"] for each in tried["lines"][1]["problems"]}
    assert wrong["orgnr"] == "Skriv et gyldig organisasjonsnummer, ni siffer."
    assert administrator.get("/operator/users", params={"q": email})["items"] == []

    done = administrator.did("POST", "/operator/users/import?dry_run=false", content=content)
    assert done["counts"] == {"new": 1, "refused": 1}
    [row] = administrator.get("/operator/users", params={"q": email})["items"]
    assert (row["name"], row["roles"], row["mobile_hint"]) == (
        "Åse Ås",
        ["applicant", "reader"],
        "",
    )
    again = administrator.did("POST", "/operator/users/import?dry_run=false", content=content)
    assert again["counts"] == {"unchanged": 1, "refused": 1}
    refused = administrator.refused("POST", "/operator/users/import", content=b"%PDF-1.7")
    assert refused == (422, "UnreadableFile")
    assert staff("registrar").refused("POST", "/operator/users/import", content=content)[0] == 403
