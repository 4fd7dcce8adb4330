"""The login provider answers as OpenID Connect says, and only to who asks rightly."""

from __future__ import annotations

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .outside import Sandbox

BACK = "http://operator.localhost:8000/logg-inn/tilbyder/svar"
VERIFIER = "v" * 50
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=")
ASKED = {
    "client_id": "entreprenorportalen",
    "redirect_uri": BACK,
    "response_type": "code",
    "scope": "openid",
    "state": "s",
    "nonce": "n",
    "code_challenge": CHALLENGE.decode(),
    "code_challenge_method": "S256",
}


def code(sandbox: Sandbox, sub: str = "sub-siri", **changes: str) -> dict[str, list[str]]:
    """What somebody brings back."""
    answer = sandbox.http.get("/oidc/chosen", params={**ASKED, **changes, "sub": sub})
    assert answer.status_code == 303
    return parse_qs(urlsplit(answer.headers["location"]).query)


def token(sandbox: Sandbox, **changes: str) -> tuple[int, dict[str, Any]]:
    """What it is worth."""
    fields = {
        "grant_type": "authorization_code",
        "redirect_uri": BACK,
        "code_verifier": VERIFIER,
        **changes,
    }
    answer = sandbox.http.post("/oidc/token", data=fields, auth=("entreprenorportalen", ""))
    return answer.status_code, answer.json()


def test_it_describes_itself_by_the_address_it_is_reached_at(sandbox: Sandbox) -> None:
    found = sandbox.http.get("/oidc/.well-known/openid-configuration").json()
    assert found["issuer"] == f"{sandbox.url}/oidc"
    assert found["token_endpoint"].startswith(found["issuer"])
    keys = sandbox.http.get("/oidc/jwks").json()["keys"]
    assert [(key["kty"], "d" in key) for key in keys] == [("RSA", False)]


def test_the_page_lists_people_without_scripts(sandbox: Sandbox) -> None:
    page = sandbox.http.get("/oidc/authorize", params=ASKED)
    assert page.status_code == 200
    assert "Siri Saksbehandler" in page.text
    assert "sub=sub-siri" in page.text


@pytest.mark.parametrize("change", ["client_id", "redirect_uri"])
def test_a_stranger_is_sent_nowhere(sandbox: Sandbox, change: str) -> None:
    for path in ("/oidc/authorize", "/oidc/chosen"):
        answer = sandbox.http.get(path, params={**ASKED, change: "http://elsewhere.example"})
        assert answer.status_code == 400


@pytest.mark.parametrize("change", ["response_type", "scope", "code_challenge"])
def test_what_is_asked_wrongly_goes_back_as_an_error(sandbox: Sandbox, change: str) -> None:
    assert code(sandbox, **{change: "x"})["error"] == ["invalid_request"]


def test_a_code_is_worth_one_token_with_the_verifier_it_was_asked_with(sandbox: Sandbox) -> None:
    brought = code(sandbox)
    assert (brought["state"], brought["iss"]) == (["s"], [f"{sandbox.url}/oidc"])
    status, answer = token(sandbox, code=brought["code"][0])
    assert (status, answer["token_type"]) == (200, "Bearer")
    assert token(sandbox, code=brought["code"][0]) == (400, {"error": "invalid_grant"})
    for wrong in ({"code_verifier": "w" * 50}, {"redirect_uri": BACK + "x"}):
        fresh = code(sandbox)["code"][0]
        assert token(sandbox, code=fresh, **wrong) == (400, {"error": "invalid_grant"})


def test_a_removed_person_gets_no_new_token(sandbox: Sandbox) -> None:
    _, answer = token(sandbox, code=code(sandbox, "sub-nils")["code"][0])
    asked = {"grant_type": "refresh_token", "refresh_token": answer["refresh_token"]}
    status, again = token(sandbox, **asked)
    assert status == 200
    sandbox.http.post("/api/people", json={"sub": "sub-nils", "removed": True})
    asked["refresh_token"] = again["refresh_token"]
    assert token(sandbox, **asked) == (400, {"error": "invalid_grant"})
    assert code(sandbox, "sub-nils")["error"] == ["access_denied"]
    sandbox.http.post("/api/people", json={"sub": "sub-nils", "removed": False})


def test_a_client_without_its_secret_gets_nothing(sandbox: Sandbox) -> None:
    answer = sandbox.http.post("/oidc/token", data={"code": "x"}, auth=("entreprenorportalen", "x"))
    assert (answer.status_code, answer.json()) == (401, {"error": "invalid_client"})
