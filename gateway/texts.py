"""Every text the gateway shows, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from services.chassis.i18n import Catalogue

LOCALES = Path(__file__).parent / "locales"


@lru_cache(maxsize=1)
def texts() -> Catalogue:
    """The gateway's catalogue in all three languages."""
    return Catalogue.load([LOCALES])
