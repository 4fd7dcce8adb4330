"""Codes of an authenticator app (RFC 6238): 160-bit key, 30 seconds, six digits, SHA-1."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp

STEP_SECONDS = 30
KEY_CHARACTERS = 32
"""160 bits in base32."""
STEPS_BACK = 1


def new_key() -> str:
    """A random key as apps are given it."""
    return pyotp.random_base32(KEY_CHARACTERS)


def address(key: str, *, account: str, issuer: str) -> str:
    """The `otpauth:` address a QR code holds."""
    return pyotp.TOTP(key).provisioning_uri(name=account, issuer_name=issuer)


def step_at(at: datetime) -> int:
    """The 30-second step of an instant."""
    return int(at.timestamp()) // STEP_SECONDS


def step_of(key: str, code: str, at: datetime) -> int | None:
    """The step the code belongs to, when it is the present one or the one before; else None."""
    typed = "".join(code.split()).encode()
    app, now = pyotp.TOTP(key), step_at(at)
    found = None
    for step in range(now, now - STEPS_BACK - 1, -1):
        if hmac.compare_digest(app.generate_otp(step).encode(), typed) and found is None:
            found = step
    return found
