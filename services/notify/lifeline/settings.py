"""Settings of the lifeline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from services.chassis.norway import Phone


class LifelineSettings(BaseSettings):
    """Where reports are spooled, where the on-call list is kept, and whom to ring without one."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    spool_dir: Path
    lifeline_dir: Path
    lifeline_phones: Annotated[tuple[Phone, ...], NoDecode] = ()
    amqp_uri: str = ""
    metrics_port: int = 0

    @field_validator("lifeline_phones", mode="before")
    @classmethod
    def _listed(cls, written: object) -> object:
        """`+47..., +47...` as it stands in the environment."""
        if isinstance(written, str):
            return [part for part in written.replace(",", " ").split() if part]
        return written
