"""Which formats a kind of document takes, and how large each may be; from `kinds.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

ANY_KIND = "ANNET"
MEBIBYTE = 1024 * 1024


class Format(BaseModel):
    """A file format: what its files are called, what readers are told, its limit in MiB."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    extensions: list[str] = Field(min_length=1)
    media_type: str
    limit: int = Field(ge=1, le=2048)


class Kinds(BaseModel):
    """The whole table. Raises ValueError when a kind names a group or format there is not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    formats: dict[str, Format]
    groups: dict[str, list[str]]
    kinds: dict[str, list[str]]

    @model_validator(mode="after")
    def _hangs_together(self) -> Kinds:
        used = {name for formats in self.groups.values() for name in formats}
        groups = {name for named in self.kinds.values() for name in named}
        extensions = [e for each in self.formats.values() for e in each.extensions]
        if used != self.formats.keys() or groups != self.groups.keys():
            raise ValueError("a group or a kind names what is not there, or nobody uses it")
        if ANY_KIND not in self.kinds or len(extensions) != len(set(extensions)):
            raise ValueError(f"{ANY_KIND} is missing, or two formats share an extension")
        return self


@lru_cache(maxsize=1)
def table() -> Kinds:
    """The table, read once."""
    source = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
    return Kinds.model_validate(yaml.safe_load(source))


def extension_of(filename: str) -> str:
    """The last extension in small letters, empty when there is none."""
    return Path(filename).suffix.removeprefix(".").lower()


def format_of(filename: str) -> str | None:
    """The name of the format the extension stands for."""
    extension = extension_of(filename)
    for name, format in table().formats.items():
        if extension in format.extensions:
            return name
    return None


def allowed(kind: str) -> list[str]:
    """Names of the formats a kind takes; an unknown kind takes those of ANNET."""
    groups = table().kinds.get(kind, table().kinds[ANY_KIND])
    return list(dict.fromkeys(name for group in groups for name in table().groups[group]))


def extensions(kind: str) -> list[str]:
    """Every extension a kind takes."""
    return [e for name in allowed(kind) for e in table().formats[name].extensions]


def limit(format: str) -> int:
    """The largest file of a format, in bytes."""
    return table().formats[format].limit * MEBIBYTE


def media_type(format: str) -> str:
    """What a reader is told a file of the format is."""
    return table().formats[format].media_type
