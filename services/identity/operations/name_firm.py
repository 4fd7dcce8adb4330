"""Anybody comes back to a firm they found."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotFound
from services.identity.contract.operations.firms import NameFirm
from services.identity.contract.types.firms import FirmHit
from services.identity.store import firm_search


def name_firm(request: NameFirm, work: Work) -> FirmHit:
    """As the search tells of it. Raises FirmNotFound for one the search would not find."""
    row = firm_search.one(work.session, request.firm_id, request.utility)
    if row is None:
        raise FirmNotFound
    return FirmHit.model_validate(dict(row._mapping))
