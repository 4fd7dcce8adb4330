"""Searching cases by what somebody types: words in their Norwegian forms, or a part of a name,
number, address or property."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, or_

SHORTEST_PART = 3
"""Letters a trigram needs."""


def matching(q: str, search: Any, search_text: Any) -> ColumnElement[bool]:
    """Whole words anywhere, or each part as it stands; accents are forgiven in parts."""
    words: ColumnElement[bool] = search.op("@@")(func.websearch_to_tsquery("norwegian", q))
    if len(q.strip()) < SHORTEST_PART:
        return words
    escaped = q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return or_(words, search_text.like(func.plain_text(f"%{escaped}%")))
