"""Service tokens: identity signs who calls, every service verifies it offline.

Ed25519 (`EdDSA`), five minutes, typed `service+jwt`, one audience per portal. Keys are a JWK set in
a file; two may live side by side while one replaces the other. The token never leaves the gateway.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, cast, get_args

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

from services.chassis import clock
from services.chassis.messages import Actor

TYPE = "service+jwt"
LIFETIME_SECONDS = 300
ISSUER = "identity"
REREAD_SECONDS = 1.0
SIGNED_AUDIENCES = ("contractor", "operator", "system")
_REFUSED_HEADERS = {"jku", "jwk", "x5u", "x5c", "x5t", "crit", "b64"}
SignedAudience = Literal["contractor", "operator", "system"]


class TokenRefused(Exception):
    """The token proves nobody; the reason is for the metrics, not for the caller."""


def _keys(path: str) -> list[dict[str, Any]]:
    keys: list[dict[str, Any]] = json.loads(Path(path).read_text())["keys"]
    return keys


class TokenSigner:
    """Holds identity's private keys; signs with the first of them."""

    def __init__(self, path: str) -> None:
        self._path = path

    def sign(self, actor: Actor) -> str:
        """A token that proves the actor for five minutes. Raises ValueError for a public actor."""
        if actor.audience not in SIGNED_AUDIENCES:
            raise ValueError("only a proven audience is signed for")
        key = _keys(self._path)[0]
        now = int(clock.now().timestamp())
        claims = {
            "iss": ISSUER,
            "aud": actor.audience,
            "sub": actor.user_id,
            "iat": now,
            "exp": now + LIFETIME_SECONDS,
            "actor": actor.model_dump(mode="json", exclude={"audience"}),
        }
        return jwt.encode(
            claims,
            cast(Ed25519PrivateKey, OKPAlgorithm.from_jwk(key)),
            algorithm="EdDSA",
            headers={"kid": key["kid"], "typ": TYPE},
        )


class TokenVerifier:
    """Verifies offline against the public key file, reread when a `kid` is unknown.

    An unknown `kid` causes one reread a second at most: made-up names must not cost us file reads.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: dict[str, Any] = {}
        self._reread_at = float("-inf")

    def verify(self, token: str) -> Actor:
        """The proven actor. Raises TokenRefused for anything else than a fresh, own token."""
        try:
            header = jwt.get_unverified_header(token)
            _ensure_own_type(header)
            _ensure_no_foreign_key(header)
            claims = _claims(token, self._key(header))
            _ensure_fresh(claims)
            _ensure_one_audience(claims)
            _ensure_own_subject(claims)
            return Actor.model_validate({**claims["actor"], "audience": claims["aud"]})
        except TokenRefused:
            raise
        except (jwt.PyJWTError, ValueError, TypeError, LookupError) as problem:
            raise TokenRefused(type(problem).__name__) from None

    def _key(self, header: dict[str, Any]) -> Any:
        kid = str(header.get("kid", ""))
        if kid not in self._known and clock.monotonic() - self._reread_at > REREAD_SECONDS:
            self._reread_at = clock.monotonic()
            self._known = {key["kid"]: OKPAlgorithm.from_jwk(key) for key in _keys(self._path)}
        if kid not in self._known:
            raise TokenRefused("unknown key")
        return self._known[kid]


def _ensure_own_type(header: dict[str, Any]) -> None:
    """A token made for something else is none of ours (RFC 8725 3.11)."""
    if header.get("typ") != TYPE:
        raise TokenRefused("type")


def _ensure_no_foreign_key(header: dict[str, Any]) -> None:
    """A header names one of our keys and brings none along (RFC 8725 3.10)."""
    if not _REFUSED_HEADERS.isdisjoint(header):
        raise TokenRefused("header")


def _claims(token: str, key: Any) -> dict[str, Any]:
    """What was signed. The algorithm is ours, never the header's."""
    claims: dict[str, Any] = jwt.decode(
        token,
        key,
        algorithms=["EdDSA"],
        audience=list(SIGNED_AUDIENCES),
        issuer=ISSUER,
        options={
            "require": ["exp", "iat", "aud", "sub", "iss"],
            "verify_exp": False,
            "verify_iat": False,
        },
    )
    return claims


def _ensure_fresh(claims: dict[str, Any]) -> None:
    """Our own clock decides (it may be shifted in the sandbox); 5 s of skew are forgiven."""
    now = clock.now().timestamp()
    issued, expires = float(claims["iat"]), float(claims["exp"])
    if not issued - 5 <= now < expires or expires - issued > LIFETIME_SECONDS:
        raise TokenRefused("time")


def _ensure_one_audience(claims: dict[str, Any]) -> None:
    """One portal, not a list that holds one among others."""
    if claims["aud"] not in get_args(SignedAudience):
        raise TokenRefused("audience")


def _ensure_own_subject(claims: dict[str, Any]) -> None:
    """Whom it was signed for is who acts."""
    actor = claims["actor"]
    if not isinstance(actor, dict) or claims["sub"] != actor.get("user_id", ""):
        raise TokenRefused("subject")
