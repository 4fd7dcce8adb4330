"""A list of cases as a page asks for it: a tab, filters beside it, and addresses that keep both."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from gateway.portals.shared.forms import built
from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.cases.contract.operations.catalogue import ListCaseTypes
from services.cases.contract.operations.overview import ListViews
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.overview import CaseFilters

FILTERS = ("status", "type", "ball", "zone", "assignee", "due", "sort")
EVERY = "alle"
"""The tab without filters of its own; both portals have it."""


@dataclass(frozen=True)
class View:
    """A tab of a list, and what it asks for."""

    slug: str
    asked: dict[str, Any]


class ListingQuery(BaseModel):
    """What stands in the address; an empty field of the form asks for nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    vis: str = Field(default="", max_length=20)
    q: str = Field(default="", max_length=100)
    status: list[str] = Field(default=[], max_length=30)
    type: str = Field(default="", max_length=40)
    ball: str = Field(default="", max_length=10)
    zone: str = Field(default="", max_length=40)
    assignee: str = Field(default="", max_length=100)
    due: str = Field(default="", max_length=10)
    sort: str = Field(default="", max_length=20)
    cursor: str = Field(default="", max_length=300)

    @property
    def chosen(self) -> dict[str, Any]:
        """The filters somebody has chosen, less empty ones."""
        given = self.model_dump(include={"q", *FILTERS})
        given["status"] = [each for each in self.status if each]
        return {name: value for name, value in given.items() if value}

    @property
    def address(self) -> str:
        """The list without its page, for links."""
        return urlencode({"vis": self.vis, **self.chosen}, doseq=True)


@dataclass(frozen=True)
class Listing:
    """The list one looks at."""

    query: ListingQuery
    view: View
    views: Sequence[View]

    @classmethod
    def of(cls, query: ListingQuery, views: Sequence[View]) -> Listing:
        """The tab of the address, else the first."""
        view = next((view for view in views if view.slug == query.vis), views[0])
        return cls(query.model_copy(update={"vis": view.slug}), view, views)

    @property
    def filters(self) -> CaseFilters:
        """The tab's and those chosen, which go first. Refuses InvalidRequest."""
        return built(CaseFilters, {**self.view.asked, **self.query.chosen})

    @property
    def saving(self) -> str:
        """Everything the list is narrowed by, as a saved view keeps it."""
        return _address(self.filters)

    @property
    def file(self) -> str:
        """Where the whole list is as a file."""
        asked = self.filters.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        return f"/api/v1/cases.csv?{urlencode(asked, doseq=True)}"

    def request(self, limit: int) -> ListCases:
        """The page asked for. Refuses InvalidRequest."""
        asked = self.filters.model_dump()
        return built(ListCases, {**asked, "cursor": self.query.cursor, "limit": limit})


async def around(caller: Caller, listing: Listing) -> dict[str, Any]:
    """What stands around a list: types to choose from and saved views, when cases has them."""
    types, saved = await asyncio.gather(
        hoped(caller.call(ListCaseTypes(utility=caller.utility))),
        hoped(caller.call(ListViews())),
    )
    return {
        "types": types.items if types else [],
        "saved": [(kept, _address(kept.filters)) for kept in saved.items] if saved else [],
        "listing": listing,
        "views": listing.views,
        "view": listing.view,
        "q": listing.query.q,
        "query": listing.query.address,
    }


def _address(filters: CaseFilters) -> str:
    chosen = filters.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    return urlencode({"vis": EVERY, **chosen}, doseq=True)
