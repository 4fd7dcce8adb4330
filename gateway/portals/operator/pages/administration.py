"""Administration: one page that leads to what is set up once and seldom changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response

from gateway.portals.operator.set_up_places import places_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator

router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.get("/administrasjon")
async def show_places(request: Request, caller: Staff) -> Response:
    """What this member of staff may open."""
    return await page(
        request, caller, "operator/administration.html", open_to=places_for(caller.actor)
    )
