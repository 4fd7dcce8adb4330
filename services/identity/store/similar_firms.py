"""Firms of a utility that may be one and the same: a hint, never a verdict."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from services.identity.contract.types.registry import SimilarFirm
from services.identity.model import Firm

MOST = 5
_SIMILAR = text(
    """
    SELECT firm.firm_id, known.name, firm.orgnr, known.municipality, known.status,
        array_remove(ARRAY[
            CASE WHEN similarity(folded(known.name), folded(own.name)) >= 0.55 THEN 'name' END,
            CASE WHEN firm.address <> '' AND folded(firm.address) = folded(:address)
                THEN 'address' END,
            CASE WHEN coalesce(firm.main_orgnr, firm.orgnr) = :main THEN 'main_unit' END
        ], NULL) AS alike
    FROM firm_at_utility known JOIN firm USING (firm_id)
        JOIN firm_at_utility own ON own.firm_id = :firm_id AND own.utility = known.utility
    WHERE known.utility = :utility AND firm.firm_id <> :firm_id AND known.status <> 'merged'
      AND (folded(known.name) % folded(own.name)
        OR (firm.address <> '' AND folded(firm.address) = folded(:address))
        OR firm.orgnr = :main OR firm.main_orgnr = :main)
    """
)
"""pg_trgm's own `%` narrows by index; its threshold (0.3) is looser than what counts as alike."""


def like(session: Session, firm: Firm, utility: str) -> list[SimilarFirm]:
    """At most five, those that share most first: name, address as registered, main unit."""
    rows = session.execute(
        _SIMILAR,
        {
            "firm_id": firm.firm_id,
            "utility": utility,
            "address": firm.address,
            "main": firm.main_orgnr or firm.orgnr,
        },
    ).all()
    found = [SimilarFirm.model_validate(dict(row._mapping)) for row in rows if row.alike]
    return sorted(found, key=lambda firm: (-len(firm.alike), firm.name, firm.firm_id))[:MOST]
