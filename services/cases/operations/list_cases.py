"""The firm's overview, and the utility's queue."""

from __future__ import annotations

from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CasePage
from services.cases.store import search
from services.cases.views import case_row
from services.chassis.db.work import Work


def list_cases(request: ListCases, work: Work) -> CasePage:
    """One page in one statement. Raises InvalidRequest for a cursor that is not ours."""
    rows, following = search.page(work.session, work.actor, request)
    return CasePage(items=[case_row(case) for case in rows], next=following)
