"""The overview: what waits, what has been looked at, what somebody saved, and it all as a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CasePage
from services.cases.contract.types.overview import (
    CaseFilters,
    Overview,
    SavedViews,
    SavedViewView,
)
from services.chassis.messages import Command, Nothing, OneLine, Query


class GetOverview(Query[Overview]):
    """What waits for the firm, and what is new."""


class MarkCaseSeen(Command[Nothing]):
    """One has looked at the case as it is now. Refuses CaseNotFound."""

    case_id: str


class ExportCases(ListCases, Query[CasePage]):
    """A list in larger pages, for a file."""

    limit: int = Field(default=500, ge=1, le=500)


class SaveView(Command[SavedViewView]):
    """Keep filters under a name; the same name replaces them. Refuses TooManyViews."""

    name: Annotated[str, Field(min_length=1, max_length=60), OneLine]
    filters: CaseFilters


class ListViews(Query[SavedViews]):
    """One's own saved views here."""


class DropView(Command[Nothing]):
    """Forget one. Refuses ViewNotFound."""

    view_id: str
