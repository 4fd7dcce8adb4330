"""Saving the filters one looks at, and forgetting them again."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import Request, Response

from gateway.portals.shared.forms import built, keyed, posted
from gateway.portals.shared.listing import Listing, ListingQuery, View
from gateway.portals.shared.page import go, own_path
from gateway.portals.shared.routes import shared_pages
from gateway.session import SignedIn
from services.cases.contract.operations.overview import DropView, SaveView

router = shared_pages()
SINGLE = ("vis", "q", "type", "ball", "zone", "assignee", "due", "sort")


@router.post("/visninger")
async def save_view(request: Request, caller: SignedIn) -> Response:
    """Keep what the list shows now under the name given."""
    form = await posted(request)
    given = parse_qs(form.text("filters"))
    single = {name: given[name][0] for name in SINGLE if name in given}
    query = ListingQuery.model_validate({**single, "status": given.get("status", [])})
    filters = Listing.of(query, [View("", {})]).filters
    asked = built(SaveView, {"name": form.text("name"), "filters": filters})
    await keyed(caller, form).call(asked)
    return go(own_path(form.text("back")))


@router.post("/visninger/{view_id}/slett")
async def drop_view(request: Request, caller: SignedIn, view_id: str) -> Response:
    """Forget one."""
    form = await posted(request)
    await keyed(caller, form).call(DropView(view_id=view_id))
    return go(own_path(form.text("back")))
