"""The wording of letters."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from services.chassis.i18n import Catalogue

HERE = Path(__file__).parent
FOLDERS = (
    "common",
    "receipt",
    "deficiency",
    "interim",
    "decision",
    "statement",
    "closing",
    "firm_decision",
)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Every text of every letter, read once."""
    return Catalogue.load([HERE / folder for folder in FOLDERS])
