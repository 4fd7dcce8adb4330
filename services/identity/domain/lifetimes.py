"""How long sessions, attempts and registrations live (ASVS 7.3; links ASVS 6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.identity.contract.types.words import Portal

ATTEMPT = timedelta(minutes=15)
"""From the right password to the second factor; the enrolment link lives as long."""
REGISTRATION = timedelta(hours=24)
"""From asking to having proven both; then the request is erased."""
SEEN_EVERY = timedelta(minutes=1)
"""A session's idle limit is moved at most so often."""

TOTP_SETUP = timedelta(minutes=15)
"""While an app is being set up its key stays the same."""
PASSKEY_CHALLENGE = timedelta(minutes=5)
PASSWORD_RESET = timedelta(minutes=30)
MOBILE_CHANGE = timedelta(minutes=15)
KNOWN_DEVICE = timedelta(days=400)
"""As long as browsers keep a cookie; a device unseen for longer is new again."""


@dataclass(frozen=True)
class SessionLimits:
    """When a session ends by itself."""

    idle: timedelta
    total: timedelta


SESSION: dict[Portal, SessionLimits] = {
    "contractor": SessionLimits(idle=timedelta(minutes=30), total=timedelta(hours=12)),
    "operator": SessionLimits(idle=timedelta(minutes=15), total=timedelta(hours=8)),
}
