"""Searching cases by what somebody types: words in their Norwegian forms, beginnings of names,
numbers, addresses and properties, and for a single word any part of one."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, func, or_

from services.cases.model import Case

SHORTEST_PART = 3
"""Letters a trigram needs."""


NUMBER = re.compile(r"va-\d{4}-\d{6,}", re.IGNORECASE)
"""A whole case number."""


def is_rare(q: str) -> bool:
    """Numbers name one house, plot or case; words may stand in half of all cases."""
    return any(character.isdigit() for character in q)


def matching(q: str, search: Any, pieces: Any, search_text: Any) -> ColumnElement[bool]:
    """Every word in some form, or every piece by its beginning; accents are forgiven.

    The inside of a word is looked through only for one word of letters: for several, or for
    numbers, that costs more than all the rest (decision 22), and a beginning is what one types.
    """
    if NUMBER.fullmatch(q.strip()):
        return Case.number == q.strip().upper()
    found = [
        search.op("@@")(func.websearch_to_tsquery("norwegian", q)),
        pieces.op("@@")(func.beginnings(q)),
    ]
    word = q.strip()
    if word.isalpha() and len(word) >= SHORTEST_PART:
        found.append(search_text.like(func.plain_text(f"%{word}%")))
    return or_(*found)
