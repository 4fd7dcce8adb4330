"""The passwords everybody thinks of: a list of words, and how people dress them up."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("common_passwords.txt")
_NOT_LETTER = re.compile(r"[\W\d_]+")
_DRESSING = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_DIGITS_FOR_LETTERS = str.maketrans("01345789@$€!|", "oieastbgaseil")
_ROWS = (
    "1234567890",
    "qwertyuiopå",
    "asdfghjkløæ",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyzæøå",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
)
_SHORTEST_RUN = 4


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """The list, lower case; lines starting with # explain it."""
    lines = _FILE.read_text(encoding="utf-8").split("\n")
    return frozenset(line.strip() for line in lines if line and not line.startswith("#"))


def is_common(password: str) -> bool:
    """True for a listed word, two of them, one repeated, or a walk on the keyboard.

    Digits and signs around it, and digits or signs instead of letters, do not make it rarer:
    that covers some millions of the variants people choose.
    """
    spoken = password.casefold()
    if _is_walk(spoken):
        return True
    undressed = _DRESSING.sub("", spoken).translate(_DIGITS_FOR_LETTERS)
    return any(_is_made_of_words(_NOT_LETTER.sub("", text)) for text in (spoken, undressed))


def _is_made_of_words(letters: str) -> bool:
    """One listed word, any number of times, or two different ones."""
    if not letters:
        return False
    known = words()
    splits = ((letters[:at], letters[at:]) for at in range(1, len(letters)))
    if letters in known or any(a in known and b in known for a, b in splits):
        return True
    return any(
        len(letters) % size == 0 and letters[:size] * (len(letters) // size) == letters
        for size in range(1, len(letters) // 2 + 1)
        if letters[:size] in known
    )


@lru_cache(maxsize=1)
def _runs() -> tuple[str, ...]:
    """Every row both ways and going round."""
    return tuple(run for row in _ROWS for run in (row * 3, row[::-1] * 3))


def _is_walk(spoken: str) -> bool:
    """The whole text is made of pieces of at least four neighbours on a row."""
    rest = spoken
    while len(rest) >= _SHORTEST_RUN:
        step = max(
            (n for n in range(_SHORTEST_RUN, len(rest) + 1) if _on_a_row(rest[:n])), default=0
        )
        if not step:
            return False
        rest = rest[step:]
    return len(rest) < _SHORTEST_RUN and len(rest) < len(spoken)


def _on_a_row(piece: str) -> bool:
    return any(piece in run for run in _runs())
