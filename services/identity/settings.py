"""Settings of identity, read once from the environment; the defaults are the binding numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from services.identity.contract.types.utilities import InactivityTimes
from services.identity.contract.types.words import Portal
from services.identity.domain.login_provider import LoginProvider


class IdentitySettings(BaseSettings):
    """Keys, the register's address, and the limits on messages sent; no limit can be off."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    token_private_keys: str = ""
    factor_keys: Annotated[tuple[str, ...], NoDecode] = ()
    """Keys of 64 hex digits, comma-separated: the first encrypts the keys of authenticator apps,
    all of them decrypt, so that one can take another's place."""
    issuer: str = "Entreprenørportalen"
    """What apps and authenticators call the portal."""
    public_url: str = "http://localhost:8000"
    operator_url: str = "http://operator.localhost:8000"
    oidc_providers: tuple[LoginProvider, ...] = ()
    """The utilities' own logins, at most one each."""
    oidc_client_secrets: dict[str, SecretStr] = {}
    """What the portal proves itself with at each of them, by utility."""
    registry_url: str = "https://data.brreg.no/enhetsregisteret/api"
    registry_seconds: float = Field(default=3.0, gt=0, le=3.0)

    resend_seconds: int = Field(default=60, gt=0)
    """Between a code and the next one asked for."""
    sends_per_number_ten_minutes: int = Field(default=3, gt=0)
    sends_per_number_day: int = Field(default=10, gt=0)
    sends_per_address_hour: int = Field(default=20, gt=0)
    """Messages one network address may cause before a right password."""
    sends_day: int = Field(default=5000, gt=0)
    """Daily budget of the installation; reaching it refuses and warns."""
    invitations_day: int = Field(default=50, gt=0)
    """A firm, or a utility for its staff, sends at most so many."""
    inactive_warn_days: int = Field(default=548, ge=90)
    """Without a login so long, the owner of an account is warned."""
    inactive_rest_days: int = Field(default=30, ge=14)
    """From the warning until the account is locked."""
    inactive_erase_days: int = Field(default=365, ge=30)
    """From then until it is erased."""
    sms_prefixes: tuple[str, ...] = ("+47",)
    """Country codes an SMS may go to."""

    @field_validator("factor_keys", mode="before")
    @classmethod
    def _listed(cls, given: object) -> object:
        return tuple(filter(None, given.split(","))) if isinstance(given, str) else given

    def url_of(self, portal: Portal) -> str:
        """The portal's origin: what browsers state, without a slash at the end."""
        return (self.public_url if portal == "contractor" else self.operator_url).rstrip("/")


@lru_cache(maxsize=1)
def identity_settings() -> IdentitySettings:
    """The settings of this process."""
    return IdentitySettings()


def usual_inactivity() -> InactivityTimes:
    """When unused accounts rest and are erased, where a utility has not said otherwise."""
    found = identity_settings()
    return InactivityTimes(
        warn_days=found.inactive_warn_days,
        rest_days=found.inactive_rest_days,
        erase_days=found.inactive_erase_days,
    )
