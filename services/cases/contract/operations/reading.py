"""Reading cases."""

from __future__ import annotations

from pydantic import Field

from services.cases.contract.types.case import CasePage, CaseView, Timeline
from services.cases.contract.types.overview import CaseFilters
from services.chassis.messages import Query


class GetCase(Query[CaseView]):
    """One case. Unknown and foreign ones are CaseNotFound."""

    case_id: str


class ListCases(CaseFilters, Query[CasePage]):
    """The firm's overview, or the utility's queue."""

    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class GetTimeline(Query[Timeline]):
    """The progress of the case."""

    case_id: str
