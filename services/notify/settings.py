"""Settings of notify and of the lifeline."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Addresses(BaseSettings):
    """Where the portals are; links and callbacks are built from them."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    public_url: str = "http://localhost:8000"
    operator_url: str = "http://operator.localhost:8000"


class TwilioSettings(BaseSettings):
    """The account at the telephone provider; the base address is empty for the real one."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    twilio_base_url: str = ""
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_from: str = ""


class MailSettings(BaseSettings):
    """The mail server. In production the connection is always encrypted (STARTTLS)."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    environment: Literal["sandbox", "production"] = "production"
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 25
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    mail_from: str = ""


class TextHours(BaseSettings):
    """Hours on Oslo's clocks between which a text that is not urgent is sent."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    texts_from_hour: int = Field(7, ge=0, le=23)
    texts_until_hour: int = Field(21, ge=1, le=24)


class SealSettings(BaseSettings):
    """The private half that opens secrets, held by notify alone."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    seal_private_key: str = ""


@lru_cache(maxsize=1)
def addresses() -> Addresses:
    """Read once."""
    return Addresses()


@lru_cache(maxsize=1)
def twilio_settings() -> TwilioSettings:
    """Read once."""
    return TwilioSettings()


@lru_cache(maxsize=1)
def mail_settings() -> MailSettings:
    """Read once."""
    return MailSettings()


@lru_cache(maxsize=1)
def text_hours() -> TextHours:
    """Read once."""
    return TextHours()


@lru_cache(maxsize=1)
def seal_settings() -> SealSettings:
    """Read once."""
    return SealSettings()
