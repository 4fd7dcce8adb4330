"""Anybody looks for a firm: "Finn mitt firma"."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firms import FindFirms
from services.identity.contract.types.firms import FirmHit, FirmHits
from services.identity.store import firm_search


def find_firms(request: FindFirms, work: Work) -> FirmHits:
    """Best match first; an unknown utility simply has no firms."""
    rows = firm_search.search(work.session, request.q, request.utility)
    return FirmHits(items=[FirmHit.model_validate(dict(row._mapping)) for row in rows])
