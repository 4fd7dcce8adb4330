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
LONG_NUMBER = re.compile(r"\d{4}|\d\s*/\s*\d")
"""A part of a case or organisation number, or a property."""


def has_number(q: str) -> bool:
    """Numbers name a house, a plot, a case; words may stand in half of all cases."""
    return any(character.isdigit() for character in q)


def has_long_number(q: str) -> bool:
    """Names very few; `72` stands in a hundredth of all cases, as a house, a plot or a firm."""
    return LONG_NUMBER.search(q) is not None


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
