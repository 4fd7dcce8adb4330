"""Settings every service process reads from its environment."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic_settings import BaseSettings, SettingsConfigDict


class ProcessSettings(BaseSettings):
    """One process: its broker user, its database role, its keys.

    A process gets only the secrets it needs, so most are empty in most processes.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    environment: Literal["sandbox", "production"] = "production"
    service: str = ""
    amqp_uri: str = ""
    database_url: str = ""
    metrics_port: int = 0
    log_format: Literal["json", "pretty"] = "json"
    token_public_keys: str = ""
    seal_public_key: str = ""
    hash_key: str = ""
    workers: int = 16
    """RPC calls one process works on at a time."""
    handlers: int = 4
    """Inbox events one process handles at a time."""
    inbox_attempts: int = 6
    """Tries before an event is parked for an operator."""
    inbox_first_delay: float = 0.5
    """Seconds before the second try; each further wait is four times the one before, up to 120."""
    fault_point: str = ""
    """Kill point for the proofs; honoured in the sandbox only."""


@lru_cache(maxsize=1)
def settings() -> ProcessSettings:
    """The settings of this process, read once."""
    return ProcessSettings()
