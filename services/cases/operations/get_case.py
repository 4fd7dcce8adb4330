"""Firm or utility opens a case."""

from __future__ import annotations

from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, formers
from services.cases.views import case_view
from services.chassis.db.work import Work


def get_case(request: GetCase, work: Work) -> CaseView:
    """The case with what can be done now; to a firm it was taken from, as it looked then.

    Raises CaseNotFound, also for a foreign one.
    """
    case = cases.visible_or_none(work, request.case_id)
    if case is None:
        return formers.view(formers.found(work, request.case_id))
    return case_view(work, case)
