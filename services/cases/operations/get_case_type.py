"""Anybody reads one case type and its form."""

from __future__ import annotations

from services.cases.contract.operations.catalogue import GetCaseType
from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.store import case_types, rules
from services.chassis.db.work import Work


def get_case_type(request: GetCaseType, work: Work) -> CaseTypeView:
    """The newest version, or the one a case keeps. Raises NoSuchCaseType."""
    session, utility = work.session, request.utility
    if request.version is None:
        kind = case_types.newest(session, utility, request.code, work.now)
    else:
        kind = case_types.visible(session, utility, request.code, request.version)
    return kind.view(work.now, rules.of(session, utility).opens_at)
