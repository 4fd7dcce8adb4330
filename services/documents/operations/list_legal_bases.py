"""Staff choose on what ground a document is shielded."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.catalogue import legal_bases
from services.documents.contract.operations import ListLegalBases
from services.documents.contract.types import LegalBases, LegalBasis


def list_legal_bases(request: ListLegalBases, work: Work) -> LegalBases:
    """Every ground that is offered, with the law it stands in and the restriction it gives."""
    del request, work
    named = legal_bases.table().restrictions
    return LegalBases(
        items=[
            LegalBasis(
                code=basis.code,
                restriction=basis.restriction,
                reference=basis.reference,
                law=basis.law,
                title={**basis.title},
                restriction_title={**named[basis.restriction]},
            )
            for basis in legal_bases.offered()
        ]
    )
