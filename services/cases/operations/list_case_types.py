"""Anybody reads the catalogue, or searches it."""

from __future__ import annotations

from services.cases.catalogue.finding import found
from services.cases.contract.operations.catalogue import ListCaseTypes
from services.cases.contract.types.catalogue import Catalogue
from services.cases.store import case_types, old_forms, rules
from services.chassis.db.work import Work


def list_case_types(request: ListCaseTypes, work: Work) -> Catalogue:
    """Every type in its newest version, open now or not; those that fit when one searches."""
    session, utility = work.session, request.utility
    opens_at = rules.of(session, utility).opens_at
    types = case_types.catalogue(session, utility, work.now)
    if request.q.strip():
        types = found(types, request.q, old_forms.by_type(old_forms.of(session, utility)))
    return Catalogue(
        items=[kind.summary(work.now, opens_at) for kind in types],
        opens_at=opens_at,
    )
