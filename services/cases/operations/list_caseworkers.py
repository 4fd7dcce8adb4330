"""Staff see whom a case can be given to."""

from __future__ import annotations

from services.cases.contract.operations.zones import ListCaseworkers
from services.cases.contract.types.zones import Caseworkers
from services.cases.store import known
from services.chassis.db.work import Work


def list_caseworkers(request: ListCaseworkers, work: Work) -> Caseworkers:
    """Those identity told handle cases at the utility, by name."""
    del request
    return Caseworkers(items=known.caseworkers(work.session, work.actor.utility))
