"""Anybody reads one case type and its form."""

from __future__ import annotations

from services.cases.contract.operations.catalogue import GetCaseType
from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.store import case_types
from services.chassis.db.work import Work


def get_case_type(request: GetCaseType, work: Work) -> CaseTypeView:
    """The newest version, or the one a case keeps. Raises NoSuchCaseType."""
    if request.version is None:
        return case_types.newest(work.session, request.code).view(work.now)
    return case_types.kept(work.session, request.code, request.version).view(work.now)
