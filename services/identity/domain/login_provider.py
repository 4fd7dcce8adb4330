"""A utility's own login (OpenID Connect): what it is trusted with, and the roles it gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from services.identity.contract.errors import ProviderDenied
from services.identity.contract.types.words import StaffRole

ATTEMPT = timedelta(minutes=10)
"""From being sent to the provider until one is back."""
CHECKED_EVERY = timedelta(minutes=5)
"""While a session lives, the provider is asked again whether the person is still there."""


class LoginProvider(BaseModel):
    """A provider as configuration. Its client secret is kept apart."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    utility: str
    name: str
    """On the button: "Logg inn med {name}"."""
    issuer: str
    client_id: str
    scopes: str = "openid profile email"
    roles_claim: str = "roles"
    """A claim that holds a list of texts."""
    roles: dict[str, tuple[StaffRole, ...]] = {}
    """Which roles each text gives."""
    required_role: str = ""
    """A text the list must hold, whatever else it holds; empty: none."""
    trusted_amr: frozenset[str] = frozenset()
    trusted_acr: frozenset[str] = frozenset()
    """Ways of proving oneself there that spare our own second factor (RFC 8176)."""
    verified_email: bool = True
    """False: the provider's addresses are believed although it does not say they are verified."""

    @field_validator("issuer")
    @classmethod
    def _is_an_address(cls, issuer: str) -> str:
        if not issuer.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("an issuer is reached over TLS")
        return issuer.rstrip("/")

    def roles_of(self, claims: Mapping[str, Any]) -> list[StaffRole]:
        """The roles the claims give, sorted. Raises ProviderDenied when they give none."""
        held = claims.get(self.roles_claim)
        texts = (
            {text for text in held if isinstance(text, str)} if isinstance(held, list) else set()
        )
        roles = {role for text in texts for role in self.roles.get(text, ())}
        if not roles or (self.required_role and self.required_role not in texts):
            raise ProviderDenied
        return sorted(roles)

    def email_of(self, claims: Mapping[str, Any]) -> str:
        """An address that is theirs. Raises ProviderDenied: an address decides who somebody is."""
        email = claims.get("email")
        proven = claims.get("email_verified") is True or not self.verified_email
        if not isinstance(email, str) or "@" not in email or not proven:
            raise ProviderDenied
        return email

    def proved_twice(self, claims: Mapping[str, Any]) -> bool:
        """The person gave a second factor there, and it counts here."""
        return (
            bool(_texts(claims.get("amr")) & self.trusted_amr)
            or claims.get("acr") in self.trusted_acr
        )


def _texts(claim: Any) -> frozenset[str]:
    """The texts of a list; none of anything else."""
    held = claim if isinstance(claim, list) else ()
    return frozenset(text for text in held if isinstance(text, str))
