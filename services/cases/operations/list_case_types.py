"""Anybody reads the catalogue."""

from __future__ import annotations

from services.cases.contract.operations.catalogue import ListCaseTypes
from services.cases.contract.types.catalogue import Catalogue
from services.cases.store import case_types
from services.chassis.db.work import Work


def list_case_types(request: ListCaseTypes, work: Work) -> Catalogue:
    """Every type in its newest version, open now or not."""
    del request
    return Catalogue(items=[kind.summary(work.now) for kind in case_types.catalogue(work.session)])
