"""Service tokens somebody might try to pass off as ours, by name, and what stands in their way.

`removed` names the checks of the verifier that must all be gone before the forgery goes through;
empty where a text is no token at all, so that there is nothing to believe.
"""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

from services.chassis import clock
from services.chassis.messages import Actor

STAFF = Actor(
    audience="operator",
    user_id="u1",
    name="Siri",
    utility="fjordby",
    roles=frozenset({"caseworker", "administrator"}),
)


def new_key(kid: str) -> dict[str, Any]:
    """A private key as a JWK."""
    jwk: dict[str, Any] = json.loads(OKPAlgorithm.to_jwk(Ed25519PrivateKey.generate()))
    return {**jwk, "kid": kid}


def public_half(key: dict[str, Any]) -> dict[str, Any]:
    """What a verifier may know."""
    return {name: value for name, value in key.items() if name != "d"}


def encoded(value: Any) -> str:
    """A part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class Mint:
    """Makes tokens with the real keys, and bends them; `public` is what the verifier reads."""

    keys: list[dict[str, Any]]
    public: Path

    @classmethod
    def at(cls, private: Path, public: Path) -> Mint:
        """From the key files of an instance."""
        return cls(json.loads(private.read_text())["keys"], public)

    @property
    def kid(self) -> str:
        """The name of the key that signs."""
        return str(self.keys[0]["kid"])

    def header(self, **changed: Any) -> dict[str, Any]:
        """A right header with some of it changed; None leaves a field out."""
        return _without_none({"kid": self.kid, "typ": "service+jwt", "alg": "EdDSA"} | changed)

    def claims(self, **changed: Any) -> dict[str, Any]:
        """Right claims with some of them changed; None leaves a claim out."""
        now = int(clock.now().timestamp())
        right = {
            "iss": "identity",
            "aud": "operator",
            "sub": STAFF.user_id,
            "iat": now,
            "exp": now + 300,
            "actor": STAFF.model_dump(mode="json"),
        }
        return _without_none(right | changed)

    def sign(self, header: Any, claims: Any, key: dict[str, Any] | None = None) -> str:
        """Signed with Ed25519 as it stands; with the key that signs unless another is given."""
        signed = f"{encoded(header)}.{encoded(claims)}"
        private: Any = OKPAlgorithm.from_jwk(key or self.keys[0])
        return f"{signed}.{encoded(private.sign(signed.encode()))}"

    def right(self) -> str:
        """Nothing is wrong with it."""
        return self.sign(self.header(), self.claims())

    def saying(self, **changed: Any) -> str:
        """Rightly signed, with other claims."""
        return self.sign(self.header(), self.claims(**changed))

    def headed(self, **changed: Any) -> str:
        """Rightly signed, with another header."""
        return self.sign(self.header(**changed), self.claims())

    def edited(self, **changed: Any) -> str:
        """Claims changed after they were signed."""
        header, _, signature = self.right().split(".")
        return f"{header}.{encoded(self.claims(**changed))}.{signature}"

    def raised(self, **actor: Any) -> str:
        """Another actor put in after it was signed."""
        return self.edited(actor=STAFF.model_copy(update=actor).model_dump(mode="json"))

    def hmac(self) -> str:
        """Signed with the text of the public key as if it were a shared secret."""
        signed = f"{encoded(self.header(alg='HS256'))}.{encoded(self.claims())}"
        secret = hmac.digest(self.keys[0]["x"].encode(), signed.encode(), "sha256")
        return f"{signed}.{encoded(secret)}"

    def unsigned(self, algorithm: str) -> str:
        """It says itself that it needs no signature."""
        return f"{encoded(self.header(alg=algorithm))}.{encoded(self.claims())}."

    def half_signed(self) -> str:
        """The second half of the signature is gone."""
        header, claims, signature = self.parts()
        half = base64.urlsafe_b64decode(signature + "==")[:32]
        return f"{header}.{claims}.{encoded(half)}"

    def strangers(self, **header: Any) -> str:
        """Signed by somebody else under the name of our key."""
        return self.sign(self.header(**header), self.claims(), new_key(self.kid))

    def bringing_its_key(self) -> str:
        """Signed by somebody else, who sends the key to check it with along."""
        key = new_key(self.kid)
        return self.sign(self.header(jwk=public_half(key)), self.claims(), key)

    def parts(self) -> list[str]:
        """Of a right token: header, claims, signature."""
        return self.right().split(".")


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _in(seconds: int) -> int:
    return int(clock.now().timestamp()) + seconds


@dataclass(frozen=True)
class Forgery:
    """How it is made, and the checks it dies of."""

    make: Callable[[Mint], str]
    removed: tuple[str, ...] = ()


FORGERIES: dict[str, Forgery] = {
    "algorithm none": Forgery(lambda m: m.unsigned("none"), ("signature",)),
    "algorithm nOnE": Forgery(lambda m: m.unsigned("nOnE"), ("signature",)),
    "HS256 with the public key": Forgery(Mint.hmac, ("algorithm",)),
    "another algorithm named": Forgery(lambda m: m.headed(alg="ES256"), ("signature",)),
    "a stranger's key of the same name": Forgery(Mint.strangers, ("signature",)),
    "a stranger's key brought along": Forgery(
        Mint.bringing_its_key, ("foreign key", "key from header")
    ),
    "portal edited": Forgery(lambda m: m.edited(aud="system"), ("signature",)),
    "role edited": Forgery(lambda m: m.raised(roles=frozenset({"auditor"})), ("signature",)),
    "utility edited": Forgery(lambda m: m.raised(utility="ovingsvann"), ("signature",)),
    "firm edited": Forgery(lambda m: m.raised(firm_id="another"), ("signature",)),
    "life edited": Forgery(lambda m: m.edited(exp=_in(290)), ("signature",)),
    "signature of another token": Forgery(
        lambda m: ".".join([*m.parts()[:2], m.saying(sub="u2").rpartition(".")[2]]),
        ("signature",),
    ),
    "no signature": Forgery(lambda m: ".".join([*m.parts()[:2], ""]), ("signature",)),
    "signature cut short": Forgery(Mint.half_signed, ("signature",)),
    "no type": Forgery(lambda m: m.headed(typ=None), ("type",)),
    "type JWT": Forgery(lambda m: m.headed(typ="JWT"), ("type",)),
    "type of an id token": Forgery(lambda m: m.headed(typ="id_token+jwt"), ("type",)),
    "key by address (jku)": Forgery(
        lambda m: m.headed(jku="https://keys.example/jwks"), ("foreign key",)
    ),
    "key in the header (jwk)": Forgery(
        lambda m: m.headed(jwk=public_half(m.keys[0])), ("foreign key",)
    ),
    "certificate by address (x5u)": Forgery(
        lambda m: m.headed(x5u="https://keys.example/c"), ("foreign key",)
    ),
    "certificate in the header (x5c)": Forgery(lambda m: m.headed(x5c=["MIIB"]), ("foreign key",)),
    "thumbprint of a certificate (x5t)": Forgery(lambda m: m.headed(x5t="abc"), ("foreign key",)),
    "key without a name": Forgery(lambda m: m.headed(kid=None), ("known key",)),
    "key of an unknown name": Forgery(lambda m: m.headed(kid="unknown"), ("known key",)),
    "key named by a path": Forgery(lambda m: m.headed(kid="../../../dev/null"), ("known key",)),
    "key named as another of ours": Forgery(
        lambda m: m.headed(kid=m.keys[-1]["kid"]), ("signature",)
    ),
    "expired": Forgery(lambda m: m.saying(iat=_in(-400), exp=_in(-100)), ("fresh",)),
    "expires this second": Forgery(lambda m: m.saying(iat=_in(-300), exp=_in(0)), ("fresh",)),
    "issued in the future": Forgery(lambda m: m.saying(iat=_in(60), exp=_in(360)), ("fresh",)),
    "too long a life": Forgery(lambda m: m.saying(exp=_in(3600)), ("fresh",)),
    "lives for ever": Forgery(lambda m: m.saying(exp=float("inf")), ("fresh",)),
    "no expiry": Forgery(lambda m: m.saying(exp=None), ("claims", "fresh")),
    "no time of issue": Forgery(lambda m: m.saying(iat=None), ("claims", "fresh")),
    "no portal": Forgery(lambda m: m.saying(aud=None), ("claims", "audience")),
    "an unknown portal": Forgery(lambda m: m.saying(aud="elsewhere"), ("claims", "audience")),
    "the portal of strangers": Forgery(lambda m: m.saying(aud="public"), ("claims", "audience")),
    "several portals": Forgery(lambda m: m.saying(aud=["operator", "system"]), ("audience",)),
    "no issuer": Forgery(lambda m: m.saying(iss=None), ("claims",)),
    "another issuer": Forgery(lambda m: m.saying(iss="https://login.example"), ("claims",)),
    "no subject": Forgery(lambda m: m.saying(sub=None), ("claims", "subject")),
    "another subject than the actor": Forgery(lambda m: m.saying(sub="u2"), ("subject",)),
    "no actor": Forgery(lambda m: m.saying(actor=None)),
    "an actor that is a text": Forgery(lambda m: m.saying(actor="u1")),
    "a token inside a token": Forgery(lambda m: m.sign(m.header(cty="JWT"), m.right())),
    "claims that are a list": Forgery(lambda m: m.sign(m.header(), [m.claims()])),
    "claims that are not JSON": Forgery(lambda m: m.sign(m.header(), b"vann")),
    "cut in the middle": Forgery(lambda m: m.right()[: len(m.right()) // 2]),
    "a fourth part": Forgery(lambda m: m.right() + ".more"),
    "encrypted, five parts": Forgery(lambda m: ".".join([*m.parts(), "a", "b"])),
    "not a token": Forgery(lambda _: "vann"),
}


def _loosely(**changed: Any) -> Callable[..., Any]:
    """PyJWT's decode with some of what it is told to check left out."""
    real = jwt.decode

    def decode(token: str, key: Any, **told: Any) -> Any:
        told |= {name: value for name, value in changed.items() if name != "options"}
        told["options"] = told["options"] | changed.get("options", {})
        return real(token, key, **told)

    return decode


def _believing_the_algorithm(mint: Mint) -> Callable[..., Any]:
    """The classic mistake: the header chooses how the key is used."""
    real = jwt.decode

    def decode(token: str, key: Any, **told: Any) -> Any:
        said = jwt.get_unverified_header(token)["alg"]
        shared = mint.keys[0]["x"].encode() if said.startswith("HS") else key
        return real(token, shared, **{**told, "algorithms": [said]})

    return decode


def _nothing(*_: Any) -> None:
    """In place of a check."""


def _audience_or_staff(claims: dict[str, Any]) -> None:
    """What a verifier without the check would go on with."""
    claims["aud"] = "operator"


_FREE = {"verify_aud": False, "verify_iss": False, "require": []}
REMOVALS: dict[str, tuple[str, Callable[[Mint], Any]]] = {
    "signature": ("jwt.decode", lambda _: _loosely(options={"verify_signature": False})),
    "algorithm": ("jwt.decode", _believing_the_algorithm),
    "claims": ("jwt.decode", lambda _: _loosely(options=_FREE, audience=None, issuer=None)),
    "type": ("_ensure_own_type", lambda _: _nothing),
    "foreign key": ("_ensure_no_foreign_key", lambda _: _nothing),
    "fresh": ("_ensure_fresh", lambda _: _nothing),
    "audience": ("_ensure_one_audience", lambda _: _audience_or_staff),
    "subject": ("_ensure_own_subject", lambda _: _nothing),
    "known key": (
        "TokenVerifier._key",
        lambda m: lambda _self, _header: OKPAlgorithm.from_jwk(public_half(m.keys[0])),
    ),
    "key from header": (
        "TokenVerifier._key",
        lambda _: lambda _self, header: OKPAlgorithm.from_jwk(header["jwk"]),
    ),
}
"""What is put in place of each check, by its name in `services.chassis.tokens`."""
