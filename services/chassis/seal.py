"""Secrets in events are sealed to notify's public key (X25519 sealed box)."""

from __future__ import annotations

from pathlib import Path

from nacl.encoding import Base64Encoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from services.chassis.settings import settings


def seal(secret: str) -> str:
    """Only notify can read the result; safe in an outbox, an inbox and a dead letter."""
    key = PublicKey(Path(settings().seal_public_key).read_bytes().strip(), Base64Encoder)
    return SealedBox(key).encrypt(secret.encode(), Base64Encoder).decode()


def unseal(sealed: str, private_key_file: str) -> str:
    """Open it at the moment of sending. Raises ValueError when it was not sealed to this key."""
    key = PrivateKey(Path(private_key_file).read_bytes().strip(), Base64Encoder)
    try:
        return SealedBox(key).decrypt(sealed.encode(), Base64Encoder).decode()
    except CryptoError:
        raise ValueError("not sealed to this key") from None
