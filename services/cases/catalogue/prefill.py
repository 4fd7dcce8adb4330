"""What a new draft is filled in with: prefill.yaml, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from services.cases.catalogue.files import HERE, read_mapping


@dataclass(frozen=True)
class Prefill:
    """Field names by where their answer comes from."""

    reference: list[str]
    firm: dict[str, Literal["name", "orgnr"]]
    last: list[str]


@lru_cache(maxsize=1)
def prefill() -> Prefill:
    """Raises CatalogueInvalid when the file is no YAML."""
    return Prefill(**read_mapping(HERE / "prefill.yaml"))
