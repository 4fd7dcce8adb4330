"""The firm's overview: every case, whose turn it is, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request, Response

from gateway.portals.shared.page import fragment, page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Caller, Contractor
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CasePage
from services.cases.contract.types.words import Status

router = contractor_pages()
ENDED: list[Status] = ["closed", "closed_unanswered", "withdrawn", "lapsed", "dismissed", "refused"]
DECIDED: list[Status] = ["approved", "approved_with_conditions", "statement_given"]


@dataclass(frozen=True)
class View:
    """A tab of the overview."""

    slug: str
    asked: dict[str, object]


VIEWS = (
    View("alle", {}),
    View("hos-dere", {"ball": "firm"}),
    View("hos-oss", {"ball": "utility"}),
    View("kladder", {"status": ["draft"]}),
    View("avgjort", {"status": DECIDED}),
    View("avsluttet", {"status": ENDED}),
)


@router.get("/saker")
async def show_cases(
    request: Request,
    caller: Contractor,
    vis: Annotated[str, Query(max_length=20)] = "alle",
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """One tab, perhaps narrowed by a search."""
    view = next((view for view in VIEWS if view.slug == vis), VIEWS[0])
    cases = await _listed(caller, view, q, cursor)
    values: dict[str, Any] = {
        "rows": cases.items,
        "next": cases.next,
        "views": VIEWS,
        "view": view,
        "q": q,
    }
    values["query"] = urlencode({"vis": view.slug, "q": q})
    if request.headers.get("hx-request"):
        return fragment(request, caller, "contractor/parts/case_list.html", **values)
    return await page(request, caller, "contractor/cases.html", **values)


async def _listed(caller: Caller, view: View, q: str, cursor: str) -> CasePage:
    return await caller.call(ListCases.model_validate({**view.asked, "q": q, "cursor": cursor}))
