"""The firm's overview, and the utility's queue."""

from __future__ import annotations

from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CasePage
from services.cases.store import dialogue, search
from services.cases.views import case_row
from services.chassis.db.work import Work


def list_cases(request: ListCases, work: Work) -> CasePage:
    """One page in two statements. Raises InvalidRequest for a cursor that is not ours."""
    rows, following = search.page(work.session, work.actor, request)
    unread = dialogue.unread(work.session, work.actor, [case.id for case in rows])
    return CasePage(items=[case_row(case, unread.get(case.id, 0)) for case in rows], next=following)
