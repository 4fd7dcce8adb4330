"""Factors over HTTP: set up, used, stepped up, recovered; and what a stolen password is worth."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import httpx
import pyotp
import pytest

from deploy.local.description import Description
from services.chassis import clock
from tests.journeys.accounts import Account, new_account
from tests.journeys.conftest import ENTER
from tests.journeys.phones import Phones
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.authenticator import Authenticator

pytestmark = pytest.mark.system
NEW_PASSWORD = "kumlokk-og-rist-88"
UNSEEN = ("date", "x-request-id", "set-cookie")


@pytest.fixture
def nora(bed: Description) -> Account:
    """Somebody of an approved firm, with a mobile and nothing else."""
    return new_account(bed)


@pytest.fixture
def hers(enter: ENTER, nora: Account) -> Visitor:
    """Nora has logged in."""
    visitor = enter()
    visitor.log_in(nora.email, nora.mobile)
    return visitor


def with_password(visitor: Visitor, account: Account, password: str = PASSWORD) -> list[str]:
    """The methods a right password offers."""
    step = visitor.post("/sessions", {"email": account.email, "password": password})
    return list(step["methods"])


def by(visitor: Visitor, method: str, code: str) -> tuple[int, str]:
    answer = visitor.ask("POST", "/sessions/current/factor", json={"method": method, "code": code})
    return answer.status_code, answer.json().get("code", "")


def test_an_app_a_passkey_and_paper(
    hers: Visitor, nora: Account, enter: ENTER, bed: Description
) -> None:
    begun = hers.post("/me/totp")
    app = pyotp.TOTP(begun["secret"])
    hers.post("/me/totp/confirm", {"code": app.at(clock.now())})
    phone = Authenticator(origin=bed.base_url, rp_id="localhost")
    options = hers.post("/me/passkeys/options")["public_key"]
    row = hers.post("/me/passkeys", {"name": "Telefon", "credential": phone.make(options)})
    codes = hers.post("/me/recovery-codes")["codes"]
    factors = hers.get("/me/factors")
    assert factors["methods"] == ["sms", "passkey", "totp", "recovery"]
    assert factors["recovery_left"] == 10

    visitor = enter()
    assert with_password(visitor, nora) == factors["methods"]
    assert by(visitor, "totp", app.at(clock.now())) == (422, "WrongCode")
    options = visitor.post("/sessions/current/factor/options")["public_key"]
    assert by(visitor, "passkey", phone.sign(options))[0] == 200
    assert visitor.get("/me")["email"] == nora.email
    renamed = hers.did("PATCH", f"/me/passkeys/{row['passkey_id']}", json={"name": "Gammel"})
    assert renamed["name"] == "Gammel"

    client = enter()
    with_password(client, nora)
    body = {"method": "recovery", "code": codes[0], "token": True}
    assert client.post("/sessions/current/factor", body)["access_token"]
    hers.did("DELETE", f"/me/passkeys/{row['passkey_id']}")
    hers.did("DELETE", "/me/totp")
    tags = [event["tag"] for event in hers.get("/me/security-events")["items"]]
    assert tags[:2] == ["totp_removed", "passkey_removed"]
    assert {"recovery_code_used", "passkey_added", "device_seen", "login_refused"} <= {*tags}


def test_a_step_up_rotates_the_session(hers: Visitor, nora: Account, phones: Phones) -> None:
    before = dict(hers.cookies)
    with phones.code_to(nora.mobile) as code:
        hers.post("/sessions/current/step-up/code")
    wrong = f"{(int(code()) + 1) % 10**6:06d}"
    refused = hers.refused(
        "POST", "/sessions/current/step-up", json={"method": "sms", "code": wrong}
    )
    assert refused == (422, "WrongCode")
    hers.post("/sessions/current/step-up", {"method": "sms", "code": code()})
    assert hers.cookies["__Host-session"] != before["__Host-session"]
    assert hers.cookies["__Host-csrf"] != before["__Host-csrf"]
    assert hers.get("/me")["email"] == nora.email
    hers.cookies = before
    assert hers.refused("GET", "/me") == (401, "SignInNeeded")


def test_a_password_and_a_number_are_changed_and_everybody_else_is_out(
    hers: Visitor, nora: Account, enter: ENTER, phones: Phones
) -> None:
    other = enter()
    other.log_in(nora.email, nora.mobile)
    changed = {"current": PASSWORD, "password": NEW_PASSWORD}
    weak = hers.refused("POST", "/me/password", json={**changed, "password": "passord123"})
    assert weak == (422, "WeakPassword")
    seen = phones.ids(nora.email)
    hers.post("/me/password", changed)
    phones.next_to(nora.email, seen, holding="nytt passord")
    new = nora.another_mobile()
    with phones.code_to(new) as code:
        hers.post("/me/mobile", {"mobile": new})
    told = phones.ids(nora.mobile), phones.ids(nora.email)
    hers.post("/me/mobile/confirm", {"code": code()})
    phones.next_to(nora.mobile, told[0], holding="Mobilnummeret")
    phones.next_to(nora.email, told[1], holding="mobilnummer")
    assert hers.refused("POST", "/me/totp") == (409, "OnHold")
    assert other.refused("GET", "/me") == (401, "SignInNeeded")
    other.log_in(nora.email, new, NEW_PASSWORD)
    hers.did("DELETE", "/sessions")
    assert hers.refused("GET", "/me") == (401, "SignInNeeded")


def test_a_forgotten_password(nora: Account, enter: ENTER, phones: Phones) -> None:
    visitor = enter()
    seen = phones.ids(nora.email)
    visitor.post("/password-resets", {"email": nora.email})
    token = phones.link_to(nora.email, seen).rsplit("kode=", 1)[1]
    path = f"/password-resets/{token}"
    weak = visitor.refused("POST", path, json={"password": "kort"})
    assert weak == (422, "WeakPassword")
    answer = visitor.ask("POST", path, json={"password": NEW_PASSWORD})
    assert (answer.status_code, answer.content, answer.headers.get_list("set-cookie")) == (
        204,
        b"",
        [],
    )
    assert visitor.refused("GET", "/me")[0] == 401
    again = visitor.refused("POST", path, json={"password": NEW_PASSWORD})
    assert again == (422, "LinkExpired")
    assert with_password(visitor, nora, NEW_PASSWORD) == ["sms"]


def seen_from_outside(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers, less what differs from answer to answer anyway."""
    body = answer.content.replace(answer.headers.get("x-request-id", "-").encode(), b"")
    headers = {k: v for k, v in answer.headers.items() if k.lower() not in UNSEEN}
    return answer.status_code, body, headers


@pytest.mark.parametrize("what", ["/sessions", "/password-resets"])
def test_known_and_unknown_are_answered_alike(nora: Account, enter: ENTER, what: str) -> None:
    """Same status, body and headers; and over many tries none is twice as slow as the other.

    The work is counted in `tests/storage/identity`; the ratio here is a coarse second look.
    """
    visitor = enter()
    seconds: dict[bool, list[float]] = {True: [], False: []}
    seen = []
    for round in range(6):
        for known in (True, False):
            email = nora.email if known else f"ukjent{round}@nytt.example"
            body = {"email": email, "password": "feil-passord"}
            begun = time.perf_counter()
            sent = body if what == "/sessions" else {"email": email}
            answer = visitor.ask("POST", what, json=sent)
            seconds[known].append(time.perf_counter() - begun)
            seen.append(seen_from_outside(answer))
    assert all(one == seen[0] for one in seen), seen
    ratio = median(seconds[True]) / median(seconds[False])
    assert 1 / 4 < ratio < 4, seconds


def test_of_many_guesses_over_many_connections_five_are_compared(
    nora: Account, bed: Description, enter: ENTER
) -> None:
    """The small one of P5; the long one is in `tests/proofs`."""
    visitor = enter()
    with_password(visitor, nora)
    with ThreadPoolExecutor(10) as pool:
        outcomes = Counter(pool.map(lambda n: guess(bed, visitor, n), range(60)))
    assert outcomes["WrongCode"] <= 5, outcomes
    assert set(outcomes) <= {"WrongCode", "TooManyTries", "CodeExpired"}
    assert sum(outcomes.values()) == 60


def guess(bed: Description, visitor: Visitor, number: int) -> str:
    """One guess on a connection of its own."""
    with Visitor(bed, cookies=dict(visitor.cookies)) as other:
        body = {"method": "sms", "code": f"{number:06d}"}
        return other.refused("POST", "/sessions/current/factor", json=body)[1]


def test_a_stolen_password_enrols_nothing_and_reaches_no_case(
    nora: Account, enter: ENTER, bed: Description
) -> None:
    """P6: every path of the API a thief with the password alone could try."""
    thief = enter()
    assert with_password(thief, nora) == ["sms"]
    attempt = dict(thief.cookies)
    answer = {"method": "passkey", "code": "{}"}
    for method, path, body in (
        ("POST", "/sessions/current/mobile", {"mobile": "+4799912345", "proof": "x" * 43}),
        ("POST", "/sessions/current/mobile/confirm", {"code": "123456"}),
        ("POST", "/sessions/current/factor", {"method": "totp", "code": "123456"}),
        ("POST", "/sessions/current/factor", {"method": "recovery", "code": "0000-0000"}),
        ("POST", "/sessions/current/factor", answer),
        ("POST", "/sessions/current/factor/options", None),
        ("POST", "/sessions/current/step-up", {"method": "sms", "code": "123456"}),
        ("POST", "/sessions/current/step-up/code", None),
        ("POST", "/me/mobile", {"mobile": "+4799912345"}),
        ("POST", "/me/mobile/confirm", {"code": "123456"}),
        ("POST", "/me/totp", None),
        ("POST", "/me/totp/confirm", {"code": "123456"}),
        ("DELETE", "/me/totp", None),
        ("POST", "/me/passkeys/options", None),
        ("POST", "/me/passkeys", {"name": "Min", "credential": "{}"}),
        ("POST", "/me/recovery-codes", None),
        ("POST", "/me/password", {"current": PASSWORD, "password": NEW_PASSWORD}),
        ("GET", "/me", None),
        ("GET", "/me/factors", None),
        ("GET", "/me/security-events", None),
        ("GET", "/sessions", None),
        ("DELETE", "/sessions", None),
        ("GET", "/cases", None),
        ("POST", "/cases", {"type": "RORM"}),
        ("GET", "/firm", None),
    ):
        answered = thief.ask(method, path, json=body)
        assert answered.status_code in (401, 422), (path, answered.text)
        assert "__Host-session" not in thief.cookies, path
    as_token = enter()
    as_token.cookies = {}
    bearer = {"Authorization": f"Bearer {attempt['__Host-attempt']}"}
    for path in ("/me", "/cases", "/firm", "/me/factors"):
        assert as_token.ask("GET", path, headers=bearer).status_code == 401
    as_session = {"__Host-session": attempt["__Host-attempt"]}
    as_token.cookies = as_session
    assert as_token.refused("GET", "/cases") == (401, "SignInNeeded")
    with Visitor(bed, "operator", cookies=attempt) as elsewhere:
        assert by(elsewhere, "sms", "123456")[0] in (401, 422)
