"""Reading cases."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from services.cases.contract.types.case import CasePage, CaseView, Timeline
from services.cases.contract.types.words import Ball, Status
from services.chassis.messages import Query


class GetCase(Query[CaseView]):
    """One case. Unknown and foreign ones are CaseNotFound."""

    case_id: str


class ListCases(Query[CasePage]):
    """The firm's overview, or the utility's queue."""

    q: str = Field(default="", max_length=100)
    status: list[Status] = []
    type: str = ""
    ball: Ball | None = None
    zone: str = ""
    assignee: str = ""
    """A person id, `me` or `none`."""
    sort: Literal["-updated", "updated", "due", "-submitted"] = "-updated"
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class GetTimeline(Query[Timeline]):
    """The progress of the case."""

    case_id: str
