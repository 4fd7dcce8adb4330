"""One's own data over HTTP, existing users from a file, and the trail of it all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import ENTER, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, register
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
    assert {each["part"] for each in known["elsewhere"]} == {"cases", "documents", "notify"}
    assert "argon2" not in export.text

    person_id = known["profile"]["person_id"]
    gunn.did("DELETE", "/me")
    assert gunn.ask("GET", "/me").status_code == 401
    asked = {"email": email, "password": PASSWORD}
    assert gunn.refused("POST", "/sessions", json=asked) == (401, "WrongLogin")
    assert admin.get("/firm/users", params={"q": "gunn"})["items"] == []

    auditor = enter("operator")
    auditor.log_in(*AUDITOR)
    trail = auditor.get("/operator/audit", params={"person_id": person_id, "limit": 100})["items"]
    assert [entry["tag"] for entry in trail if entry["tag"].startswith("person_erased")]
    tries = auditor.get("/operator/audit", params={"person_id": person_id, "stream": "tries"})
    assert [entry["tag"] for entry in tries["items"]] == ["data_exported"]
    assert email not in str(trail)
    until(
        lambda: email not in str(staff("administrator").get("/operator/deliveries")),
        what="the deliveries to forget the address",
    )
    assert staff("caseworker").refused("GET", "/operator/audit") == (403, "WrongRole")


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
