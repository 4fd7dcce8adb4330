"""Settings of documents beside those of every process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class DocumentsSettings(BaseSettings):
    """Where the bytes are."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    object_store: str
    """`folder:/path` or `s3://ACCESS:SECRET@host:port/bucket`."""
    staging_dir: Path
    """A folder of this machine where the inspector works on one file at a time."""
    inspectors: int = 2
    """Files one inspector process looks at at a time."""


@lru_cache(maxsize=1)
def documents_settings() -> DocumentsSettings:
    """The settings of this process, read once."""
    return DocumentsSettings()
