"""Service tokens: only a fresh token of our own proves a caller."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

from services.chassis import clock
from services.chassis.messages import Actor
from services.chassis.tokens import TokenRefused, TokenSigner, TokenVerifier

ACTOR = Actor(audience="operator", user_id="u1", name="Siri", roles=frozenset({"caseworker"}))


def new_key(kid: str) -> dict[str, Any]:
    """A private key as a JWK."""
    jwk: dict[str, Any] = json.loads(OKPAlgorithm.to_jwk(Ed25519PrivateKey.generate()))
    return {**jwk, "kid": kid}


class Keys:
    """Both key files."""

    def __init__(self, folder: Path) -> None:
        self.private, self.public = folder / "private.json", folder / "public.json"
        self.hold(new_key("one"))

    def hold(self, *keys: dict[str, Any]) -> None:
        """Replace what the files hold; the first key signs."""
        self.keys = list(keys)
        self.private.write_text(json.dumps({"keys": self.keys}))
        public = [{name: value for name, value in key.items() if name != "d"} for key in keys]
        self.public.write_text(json.dumps({"keys": public}))

    def signer(self) -> TokenSigner:
        """Identity's."""
        return TokenSigner(str(self.private))

    def verifier(self) -> TokenVerifier:
        """Everybody's."""
        return TokenVerifier(str(self.public))

    def forge(self, header: dict[str, Any] | None = None, **claims: Any) -> str:
        """A token signed with our own key, but with another header or other claims."""
        now = int(clock.now().timestamp())
        said = {
            "iss": "identity",
            "aud": "operator",
            "sub": "u1",
            "iat": now,
            "exp": now + 300,
            "actor": ACTOR.model_dump(mode="json"),
            **claims,
        }
        said = {name: value for name, value in said.items() if value is not None}
        headers = {"kid": "one", "typ": "service+jwt", **(header or {})}
        key: Any = OKPAlgorithm.from_jwk(self.keys[0])
        return jwt.encode(said, key, algorithm="EdDSA", headers=headers)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """One live key."""
    return Keys(tmp_path)


def test_a_fresh_token_proves_the_actor(keys: Keys) -> None:
    assert keys.verifier().verify(keys.signer().sign(ACTOR)) == ACTOR


def test_a_public_actor_is_not_signed_for(keys: Keys) -> None:
    with pytest.raises(ValueError, match="audience"):
        keys.signer().sign(Actor())


def test_the_forged_token_of_these_tests_is_accepted_when_nothing_is_wrong_with_it(
    keys: Keys,
) -> None:
    """Otherwise the refusals below would prove nothing."""
    assert keys.verifier().verify(keys.forge()) == ACTOR


def seconds_ago(seconds: int) -> int:
    """A numeric date."""
    return int((clock.now() - timedelta(seconds=seconds)).timestamp())


def _elsewhere(keys: Keys) -> Path:
    folder = keys.private.parent / "elsewhere"
    folder.mkdir()
    return folder


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _claims(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return claims


def _unsigned(keys: Keys) -> str:
    header = {"alg": "none", "kid": "one", "typ": "service+jwt"}
    return f"{_part(header)}.{_part(_claims(keys.forge()))}."


def _hmac(keys: Keys) -> str:
    """Signed with the bytes of the public key file, which PyJWT itself would refuse to do."""
    signed = f"{_part({'alg': 'HS256', 'kid': 'one', 'typ': 'service+jwt'})}." + _part(
        _claims(keys.forge())
    )
    digest = hmac.digest(keys.public.read_bytes(), signed.encode(), "sha256")
    return f"{signed}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def _changed(keys: Keys) -> str:
    header, _body, signature = keys.forge().split(".")
    return f"{header}.{_part({**_claims(keys.forge()), 'aud': 'system'})}.{signature}"


FORGERIES: dict[str, Callable[[Keys], str]] = {
    "expired": lambda keys: keys.forge(iat=seconds_ago(400), exp=seconds_ago(100)),
    "issued in the future": lambda keys: keys.forge(iat=seconds_ago(-60), exp=seconds_ago(-360)),
    "too long a life": lambda keys: keys.forge(exp=seconds_ago(-3600)),
    "public audience": lambda keys: keys.forge(aud="public"),
    "foreign audience": lambda keys: keys.forge(aud="somewhere"),
    "no audience": lambda keys: keys.forge(aud=None),
    "no expiry": lambda keys: keys.forge(exp=None),
    "no issue time": lambda keys: keys.forge(iat=None),
    "no subject": lambda keys: keys.forge(sub=None),
    "foreign issuer": lambda keys: keys.forge(iss="elsewhere"),
    "no issuer": lambda keys: keys.forge(iss=None),
    "unknown key": lambda keys: keys.forge({"kid": "two"}),
    "no key": lambda keys: keys.forge({"kid": ""}),
    "another type": lambda keys: keys.forge({"typ": "JWT"}),
    "key by address": lambda keys: keys.forge({"jku": "https://example.invalid/keys"}),
    "key in the header": lambda keys: keys.forge({"jwk": keys.keys[0]}),
    "certificate in the header": lambda keys: keys.forge({"x5u": "https://example.invalid/c"}),
    "critical extension": lambda keys: keys.forge({"crit": ["exp"], "exp": 1}),
    "another key of the same name": lambda keys: Keys(_elsewhere(keys)).forge(),
    "algorithm none": _unsigned,
    "hmac with the public key": _hmac,
    "changed claims": _changed,
    "no signature": lambda keys: keys.forge().rpartition(".")[0] + ".",
    "not a token": lambda _keys: "vann",
    "empty": lambda _keys: "",
}


@pytest.mark.parametrize("forgery", FORGERIES, ids=str)
def test_a_forged_token_proves_nobody(keys: Keys, forgery: str) -> None:
    with pytest.raises(TokenRefused):
        keys.verifier().verify(FORGERIES[forgery](keys))


def test_a_new_key_is_read_when_first_seen_and_the_old_one_lives_on(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [0.0]
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])
    old_token, verifier = keys.signer().sign(ACTOR), keys.verifier()
    assert verifier.verify(old_token) == ACTOR

    keys.hold(new_key("two"), keys.keys[0])
    moment[0] = 10.0
    assert verifier.verify(keys.signer().sign(ACTOR)) == ACTOR
    assert verifier.verify(old_token) == ACTOR


def test_a_removed_key_proves_nobody_to_a_new_process(keys: Keys) -> None:
    token = keys.signer().sign(ACTOR)
    keys.hold(new_key("two"))
    with pytest.raises(TokenRefused):
        keys.verifier().verify(token)
