"""Second factors, for the person whose they are."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from services.chassis.messages import Message, OneLine
from services.identity.contract.types.words import FactorMethod, Portal

FactorAnswer = Annotated[str, Field(min_length=1, max_length=8000)]
"""A code as typed; for a passkey the browser's answer as JSON (WebAuthn, `toJSON`)."""
FactorName = Annotated[str, Field(min_length=1, max_length=60), OneLine]
"""What its owner calls a passkey."""


class NewTotp(Message):
    """An app to be set up: the key as text, and the address that a QR code holds."""

    secret: str
    uri: str


class PasskeyOptions(Message):
    """What the browser is to ask of an authenticator, as `publicKey` options in JSON."""

    public_key: dict[str, Any]


class PasskeyRow(Message):
    """A passkey, and the portal it opens."""

    passkey_id: str
    portal: Portal
    name: str
    added_at: datetime
    used_at: datetime | None


class PasskeyRows(Message):
    """Newest first."""

    items: list[PasskeyRow]


class NewRecoveryCodes(Message):
    """Ten codes, shown this once; the earlier ones are void."""

    codes: list[str]


class FactorsView(Message):
    """How one gets in, and how long one's last proof is good for."""

    methods: list[FactorMethod]
    """What the next login at this portal offers, the best first."""
    mobile_hint: str
    totp_since: datetime | None
    passkeys: list[PasskeyRow]
    recovery_left: int
    has_password: bool
    stepped_up_until: datetime
    """Sensitive actions ask for a factor again from then on."""
    held_until: datetime | None
    """Sensitive actions wait until then: the mobile is new."""
