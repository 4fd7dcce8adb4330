"""Key pairs of one instance: identity's signing keys and notify's sealing key.

Signing keys are two (RFC 8037, Ed25519): the first signs, the second is already known to every
verifier, so that
rotation is a change of order.
"""

import base64
import json
import uuid

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.public import PrivateKey

from deploy.local.paths import DataFolder, write_private


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signing_key() -> dict[str, str]:
    """A fresh private JSON Web Key with its own `kid`."""
    key = Ed25519PrivateKey.generate()
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "use": "sig",
        "alg": "EdDSA",
        "kid": uuid.uuid4().hex,
        "x": _base64url(key.public_key().public_bytes_raw()),
        "d": _base64url(key.private_bytes_raw()),
    }


def public_half(key: dict[str, str]) -> dict[str, str]:
    """The same key without what signs."""
    return {field: value for field, value in key.items() if field != "d"}


def ensure_keys(data: DataFolder) -> None:
    """Make the key files that are missing.

    A public half is written last: it exists only for a kept private half.
    """
    token_private = data.keys / "token-private.json"
    token_public = data.keys / "token-public.json"
    if not token_public.exists():
        keys = [signing_key(), signing_key()]
        write_private(token_private, json.dumps({"keys": keys}, indent=2))
        write_private(
            token_public, json.dumps({"keys": [public_half(key) for key in keys]}, indent=2)
        )

    seal_private = data.keys / "seal-private.key"
    seal_public = data.keys / "seal-public.key"
    if not seal_public.exists():
        seal = PrivateKey.generate()
        write_private(seal_private, base64.b64encode(bytes(seal)).decode())
        write_private(seal_public, base64.b64encode(bytes(seal.public_key)).decode())
