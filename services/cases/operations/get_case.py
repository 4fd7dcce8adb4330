"""Firm or utility opens a case."""

from __future__ import annotations

from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.store import cases
from services.cases.views import case_view
from services.chassis.db.work import Work


def get_case(request: GetCase, work: Work) -> CaseView:
    """The case with what can be done now. Raises CaseNotFound, also for a foreign one."""
    return case_view(work, cases.found(work, request.case_id))
