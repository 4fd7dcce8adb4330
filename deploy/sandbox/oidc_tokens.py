"""Codes and tokens of the login provider: made, redeemed once, and made wrongly on demand."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from .faults import Mode
from .oidc_people import Person

CODE_SECONDS = 60
TOKEN_SECONDS = 600


@dataclass(frozen=True)
class Asked:
    """What a portal asked for when it sent somebody here."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str


@dataclass(frozen=True)
class _Issued:
    asked: Asked
    sub: str
    until: float


@dataclass
class Tokens:
    """One signing key, codes that are worth something once, and refresh tokens."""

    key: RSAKey = field(
        default_factory=lambda: RSAKey.generate_key(2048, {"use": "sig"}, auto_kid=True)
    )
    _codes: dict[str, _Issued] = field(default_factory=dict)
    _refresh: dict[str, tuple[str, str]] = field(default_factory=dict)

    def jwks(self) -> dict[str, Any]:
        """The public half."""
        return dict(KeySet([self.key]).as_dict(private=False))

    def code_for(self, asked: Asked, sub: str) -> str:
        """A code somebody brings back to the portal."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = _Issued(asked, sub, time.monotonic() + CODE_SECONDS)
        return code

    def redeem(self, code: str, client_id: str, redirect_uri: str, verifier: str) -> _Issued | None:
        """What the code stands for; None when anything does not fit. It is used up either way."""
        issued = self._codes.pop(code, None)
        if issued is None or time.monotonic() > issued.until:
            return None
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        told = (client_id, redirect_uri, challenge)
        asked = (issued.asked.client_id, issued.asked.redirect_uri, issued.asked.challenge)
        return issued if told == asked else None

    def refresh_for(self, sub: str, client_id: str) -> str:
        """A token to ask again with."""
        token = secrets.token_urlsafe(24)
        self._refresh[token] = (sub, client_id)
        return token

    def refreshed(self, token: str, client_id: str) -> str | None:
        """Whose it is; it is used up."""
        sub, owner = self._refresh.pop(token, ("", ""))
        return sub if sub and owner == client_id else None

    def id_token(
        self, issuer: str, client_id: str, person: Person, nonce: str, wrong: Mode | None
    ) -> str:
        """Signed with RS256; `wrong` makes it one that no portal may believe."""
        now = int(time.time())
        claims = {
            "iss": issuer,
            "aud": client_id,
            "iat": now,
            "auth_time": now,
            "exp": now + TOKEN_SECONDS,
            **({"nonce": nonce} if nonce else {}),
            **person.claims(),
        }
        bent: dict[str, dict[str, Any]] = {
            "wrong-nonce": {"nonce": "another"},
            "wrong-aud": {"aud": "somebody-else"},
            "wrong-issuer": {"iss": "https://login.example"},
            "expired": {"iat": now - 7200, "exp": now - 3600},
        }
        claims |= bent.get(wrong or "", {})
        if wrong == "alg-none":
            return _unsigned(claims)
        stranger = RSAKey.generate_key(2048) if wrong in ("unknown-kid", "wrong-key") else self.key
        kid = "unknown" if wrong == "unknown-kid" else self.key.kid
        return jwt.encode({"alg": "RS256", "kid": kid}, claims, stranger)


def _unsigned(claims: dict[str, Any]) -> str:
    """What a client that believes the header would take."""
    parts = (json.dumps(part).encode() for part in ({"alg": "none"}, claims))
    header, body = (base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)
    return f"{header}.{body}."
