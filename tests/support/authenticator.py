"""An authenticator in software: makes passkeys and signs challenges as a phone does (WebAuthn)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Authenticator:
    """One passkey, used at an origin; every part of its answer can be told to lie."""

    origin: str
    rp_id: str
    counter: int = 0
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    def make(self, options: dict[str, Any], **lies: Any) -> str:
        """The answer to `navigator.credentials.create`."""
        data = self._client("webauthn.create", options["challenge"], lies)
        attestation = {
            "fmt": "none",
            "attStmt": {},
            "authData": self._state(PRESENT | VERIFIED | WITH_KEY, lies) + self._public(),
        }
        return self._answer(
            {
                "clientDataJSON": base64url(data),
                "attestationObject": base64url(cbor2.dumps(attestation)),
            }
        )

    def sign(self, options: dict[str, Any], **lies: Any) -> str:
        """The answer to `navigator.credentials.get`."""
        self.counter += 1
        data = self._client("webauthn.get", options["challenge"], lies)
        state = self._state(PRESENT | VERIFIED, lies)
        signed = self._key.sign(state + hashlib.sha256(data).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            {
                "clientDataJSON": base64url(data),
                "authenticatorData": base64url(state),
                "signature": base64url(lies.get("signature", signed)),
            }
        )

    def _answer(self, response: dict[str, str]) -> str:
        name = base64url(self.credential_id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})

    def _client(self, kind: str, challenge: str, lies: dict[str, Any]) -> bytes:
        said = {
            "type": kind,
            "challenge": lies.get("challenge", challenge),
            "origin": lies.get("origin", self.origin),
        }
        return json.dumps(said).encode()

    def _state(self, flags: int, lies: dict[str, Any]) -> bytes:
        host = hashlib.sha256(str(lies.get("rp_id", self.rp_id)).encode()).digest()
        count = int(lies.get("counter", self.counter))
        return host + bytes([lies.get("flags", flags)]) + count.to_bytes(4, "big")

    def _public(self) -> bytes:
        numbers = self._key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        length = len(self.credential_id).to_bytes(2, "big")
        return bytes(16) + length + self.credential_id + cose
