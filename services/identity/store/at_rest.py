"""Keys that must be read again are encrypted with a key that is not in the database."""

from __future__ import annotations

from nacl.encoding import Base64Encoder
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from services.identity.settings import identity_settings


class NotOurs(Exception):
    """The text was sealed with a key that is not among ours, or for another owner."""


def sealed(owner: str, secret: str) -> str:
    """Encrypted with the first key; worth nothing in another owner's row."""
    box = SecretBox(bytes.fromhex(identity_settings().factor_keys[0]))
    return box.encrypt(f"{owner}\0{secret}".encode(), encoder=Base64Encoder).decode()


def opened(owner: str, sealed_text: str) -> str:
    """With whichever of our keys sealed it. Raises NotOurs."""
    for key in identity_settings().factor_keys:
        try:
            plain = SecretBox(bytes.fromhex(key)).decrypt(
                sealed_text.encode(), encoder=Base64Encoder
            )
        except CryptoError:
            continue
        said_owner, _, secret = plain.decode().partition("\0")
        if said_owner == owner:
            return secret
    raise NotOurs
