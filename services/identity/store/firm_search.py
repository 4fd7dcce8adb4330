""" "Finn mitt firma": tolerant of spelling, and careful about what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

MOST_HITS = 20
TOLERANCE = "0.4"
"""Word similarity below which a name is no match (pg_trgm, 0 to 1)."""
_PUBLIC = r"""
    SELECT firm.firm_id, known.name, firm.orgnr, known.municipality,
        known.status = 'approved' AS approved
    FROM firm_at_utility known JOIN firm USING (firm_id)
    WHERE known.utility = :utility AND known.status IN ('waiting', 'approved')
"""
"""What anybody may know of a firm, and of which firms."""
_ONE = text(_PUBLIC + " AND firm.firm_id = :firm_id")
_SEARCH = text(
    _PUBLIC
    + r"""
      AND (folded(:q) <% folded(known.name)
        OR folded(known.name) LIKE '%' || :pattern || '%'
        OR (:digits <> '' AND firm.orgnr LIKE :digits || '%'))
    ORDER BY
        CASE WHEN :digits <> '' AND firm.orgnr LIKE :digits || '%' THEN 3
             WHEN folded(known.name) LIKE :pattern || '%' THEN 2
             WHEN folded(known.name) LIKE '%' || :pattern || '%' THEN 1
             ELSE 0 END DESC,
        round(word_similarity(folded(:q), folded(known.name))::numeric, 2) DESC,
        known.name COLLATE "nb-NO-x-icu", firm.orgnr
    LIMIT :most
    """
)
_NUMBER = re.compile(r"[\d\s]+")
_WILD = re.compile(r"([\\%_])")


def one(session: Session, firm_id: str, utility: str) -> Row[Any] | None:
    """The firm of that id, if a search would tell of it."""
    return session.execute(_ONE, {"firm_id": firm_id, "utility": utility}).one_or_none()


def search(session: Session, q: str, utility: str) -> Sequence[Row[Any]]:
    """At most 20 firms of the utility, best match first, then in Norwegian order.

    A whole or partial number finds by number. Rejected and suspended firms are not told of.
    """
    digits = "".join(q.split()) if _NUMBER.fullmatch(q) else ""
    session.execute(
        text("SELECT set_config('pg_trgm.word_similarity_threshold', :least, true)"),
        {"least": TOLERANCE},
    )
    pattern = session.execute(text("SELECT folded(:q)"), {"q": q}).scalar_one()
    return session.execute(
        _SEARCH,
        {
            "q": q,
            "pattern": _WILD.sub(r"\\\1", pattern),
            "digits": digits,
            "utility": utility,
            "most": MOST_HITS,
        },
    ).all()
