"""The banners of freeze windows, fetched anew when one has changed."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.page import framed
from gateway.portals.shared.routes import shared_pages
from gateway.session import Public

router = shared_pages()


@router.get("/varsler")
async def show_notices(request: Request, caller: Public) -> Response:
    """What every page has at its top."""
    return await framed(request, caller, "shared/parts/notices.html")
