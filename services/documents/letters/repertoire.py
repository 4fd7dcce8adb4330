"""Which signs a letter can show; pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Fitting = Callable[[str], str]
INSTEAD = "□"
_EUROPEAN = (
    range(0x20, 0x530),
    range(0x1E00, 0x2070),
    range(0x20A0, 0x20C0),
    range(0x2100, 0x2300),
)


def printable(text: str) -> str:
    """Without control and direction marks: no paper shows them, and they can turn text around."""
    spaced = text.replace("\t", " ")
    return "".join(c for c in spaced if c == "\n" or unicodedata.category(c)[0] != "C")


def european(text: str) -> str:
    """Latin, Greek and Cyrillic letters, punctuation, currencies and mathematics."""
    return _kept(text, lambda code: any(code in each for each in _EUROPEAN))


def western(text: str) -> str:
    """Latin-1 alone, which every font has."""
    return _kept(text, lambda code: code < 0x100)


def _kept(text: str, fits: Callable[[int], bool]) -> str:
    shown = (c if c in f"\n{INSTEAD}" or fits(ord(c)) else INSTEAD for c in printable(text))
    return "".join(shown)
