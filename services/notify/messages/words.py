"""Words that are put into messages, and the frame around every e-mail."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from services.chassis.i18n import Catalogue, as_language

FOLDER = Path(__file__).parents[1] / "words"


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Read once; raises ValueError when a language says something else than the others."""
    loaded = Catalogue.load([FOLDER])
    if loaded.problems():
        raise ValueError("; ".join(loaded.problems()))
    return loaded


def word(key: str, language: str, /, **values: object) -> str:
    """The word in that language; KeyError when there is none."""
    return catalogue().text(key, as_language(language), **values)
