"""Which second factors a login offers, and in which order."""

from __future__ import annotations

from collections.abc import Set

from services.identity.contract.types.words import FactorMethod, Portal

PREFERRED: dict[Portal, tuple[FactorMethod, ...]] = {
    "contractor": ("sms", "passkey", "totp", "recovery"),
    "operator": ("passkey", "totp", "sms", "recovery"),
}
"""Staff are asked for what cannot be phished first (NIST SP 800-63B-4, AAL2)."""
MOST_PASSKEYS = 10
EVERYDAY: frozenset[FactorMethod] = frozenset({"sms", "totp", "passkey"})
"""A recovery code stands in for one of these and is no way in by itself."""


def offered(portal: Portal, ways: Set[FactorMethod]) -> list[FactorMethod]:
    """The ways, the best first; a person without an everyday one must enrol a mobile."""
    if not ways & EVERYDAY:
        return []
    return [method for method in PREFERRED[portal] if method in ways]
