"""Codes kept on paper: ten, 80 bits each, without letters and digits that look alike."""

from __future__ import annotations

import secrets

NUMBER = 10
CHARACTERS = 16
GROUP = 4
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u."""
MISREAD = str.maketrans("ilo", "110")


def new_code() -> str:
    """`k3mp-x7rt-...`: four groups of four from 32 characters."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(CHARACTERS))
    return "-".join(drawn[at : at + GROUP] for at in range(0, CHARACTERS, GROUP))


def written(code: str) -> str:
    """The code as people type it: case, spaces and dashes do not matter, nor 1 for l or 0 for o."""
    return "".join(c for c in code.lower() if c.isalnum()).translate(MISREAD)
