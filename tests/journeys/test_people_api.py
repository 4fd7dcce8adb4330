"""Brukeradministrasjonen over HTTP: invited, joined, locked, helped with a lost phone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.journeys.conftest import ENTER, OTHER_FIRM, STAFF, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, register
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.system
CHECKED = "Møtte opp på kontoret og ble gjenkjent"


@pytest.fixture
def firm() -> NewFirm:
    return NewFirm.made_up()


@pytest.fixture
def admin(enter: ENTER, staff: Callable[[str], Visitor], phones: Phones, firm: NewFirm) -> Visitor:
    """The administrator of a firm nobody else uses, approved and logged in."""
    visitor = enter()
    register(visitor, firm, phones)
    approve(staff("registrar"), firm)
    visitor.log_in(firm.email, firm.mobile)
    return visitor


def invite(admin: Visitor, phones: Phones, email: str, *roles: str) -> str:
    """Somebody is invited; the token in their mail."""
    seen = phones.ids(email)
    row = admin.post("/firm/invitations", {"email": email, "roles": list(roles)})
    assert (row["state"], row["email"]) == ("open", email)
    return urlsplit(phones.link_to(email, seen)).path.rsplit("/", 1)[1]


def join(visitor: Visitor, phones: Phones, token: str, mobile: str) -> None:
    """Somebody new proves their mobile."""
    offered = visitor.get(f"/invitations/{token}")
    assert not offered["has_account"]
    body = {"name": "Tone Trykk", "mobile": mobile, "password": PASSWORD}
    with phones.code_to(mobile) as code:
        step = visitor.post(f"/invitations/{token}", body)
    assert step["hint"].endswith(mobile[-3:])
    joined = visitor.post(f"/invitations/{token}", {"code": code()})
    assert joined["portal"] == "contractor"


def test_somebody_is_invited_joins_is_locked_and_gets_a_new_phone(
    admin: Visitor, enter: ENTER, phones: Phones, firm: NewFirm
) -> None:
    email, mobile = f"tone.{firm.orgnr}@nytt.example", f"+474{firm.mobile[4:]}"
    token = invite(admin, phones, email, "applicant")
    tone = enter()
    join(tone, phones, token, mobile)
    assert tone.refused("GET", f"/invitations/{token}") == (422, "LinkExpired")
    signed_in = tone.log_in(email, mobile)
    assert [each["roles"] for each in signed_in["firms"]] == [["applicant"]]
    assert tone.refused("GET", "/firm/users") == (403, "WrongRole")

    users = admin.get("/firm/users", params={"q": "tone"})["items"]
    assert [(row["name"], row["state"]) for row in users] == [("Tone Trykk", "active")]
    home = f"/firm/users/{users[0]['person_id']}"
    admin.post(f"{home}/roles", {"roles": ["applicant", "reader"]})

    admin.post(f"{home}/lock")
    until(lambda: tone.ask("GET", "/me").status_code == 401, what="the session to end")
    asked = {"email": email, "password": PASSWORD}
    assert tone.refused("POST", "/sessions", json=asked) == (401, "WrongLogin")
    admin.post(f"{home}/unlock")

    admin.post(f"{home}/lost-phone", {"checked": CHECKED})
    seen = phones.ids(email)
    assert tone.post("/sessions", asked)["next"] == "enrol_mobile"
    another = f"+479{firm.mobile[4:-1]}{(int(firm.mobile[-1]) + 5) % 10}"
    stolen = {"mobile": another, "proof": "x" * 43}
    assert tone.refused("POST", "/sessions/current/mobile", json=stolen) == (422, "LinkExpired")
    proof = phones.link_to(email, seen).rsplit("bevis=", 1)[1]
    with phones.code_to(another) as code:
        tone.did("POST", "/sessions/current/mobile", json={"mobile": another, "proof": proof})
    tone.post("/sessions/current/mobile/confirm", {"code": code()})
    assert tone.get("/me")["mobile_hint"].endswith(another[-3:])

    admin.did("DELETE", home)
    assert admin.refused("DELETE", home) == (404, "UserNotFound")
    assert admin.refused("POST", "/firm/leave") == (409, "LastAdministrator")


def test_an_invited_account_is_not_taken_over_and_accepts_logged_in(
    admin: Visitor, enter: ENTER, phones: Phones
) -> None:
    email, mobile = OTHER_FIRM
    token = invite(admin, phones, email, "reader")
    thief = enter()
    assert thief.get(f"/invitations/{token}")["has_account"]
    body = {"name": "En Tyv", "mobile": "+4798765432", "password": "et annet langt passord"}
    refused = thief.refused("POST", f"/invitations/{token}", json=body)
    assert refused == (409, "AccountExists")
    assert admin.refused("POST", f"/invitations/{token}") == (403, "InvitationForAnother")

    owner = enter()
    owner.log_in(email, mobile)
    joined = owner.post(f"/invitations/{token}")
    person = owner.did(
        "PUT",
        "/sessions/current/acting",
        json={"firm_id": joined["firm_id"], "utility": joined["utility"]},
    )
    assert person["firm_id"] == joined["firm_id"]
    owner.did("POST", "/firm/leave")


def test_bad_input_is_named_and_an_identity_number_never_kept(admin: Visitor) -> None:
    answer = admin.ask("POST", "/firm/invitations", json={"email": "ikke en adresse", "roles": []})
    assert {error["field"] for error in answer.json()["errors"]} == {"email", "roles"}
    me = admin.get("/me")["person_id"]
    said = {"checked": "Viste førerkort med fnr 018190 00049"}
    answer = admin.ask("POST", f"/firm/users/{me}/lost-phone", json=said)
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["code"]) == (422, "national_id")
    assert "fødselsnummer" in error["message"]
    assert "00049" not in answer.text


def test_the_utility_administers_users_and_staff(
    admin: Visitor, staff: Callable[[str], Visitor], phones: Phones, firm: NewFirm
) -> None:
    administrator = staff("administrator")
    [row] = administrator.get("/operator/users", params={"q": firm.email})["items"]
    assert row["firm_name"].endswith(f"{firm.orgnr} AS")
    place = {"firm_id": row["firm_id"]}
    administrator.post(f"/operator/users/{row['person_id']}/lock", place)
    until(lambda: admin.ask("GET", "/me").status_code == 401, what="the session to end")
    assert administrator.post(f"/operator/users/{row['person_id']}/unlock", place)["state"] == (
        "active"
    )
    assert staff("caseworker").refused("GET", "/operator/users") == (403, "WrongRole")
    assert admin.refused("GET", "/operator/users")[0] == 404

    listed = administrator.get("/operator/staff", params={"q": STAFF["caseworker"][0]})["items"]
    assert listed[0]["roles"] == ["caseworker"]
    email = f"ny.{firm.orgnr}@vann.example"
    seen = phones.ids(email)
    invited = administrator.post(
        "/operator/staff/invitations", {"email": email, "roles": ["editor"]}
    )
    assert "/invitasjon/" in phones.link_to(email, seen)
    withdrawn = administrator.post(f"/operator/invitations/{invited['invitation_id']}/withdraw")
    assert withdrawn["state"] == "withdrawn"
