"""Whom one turns to for what, on one page."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.page import page
from gateway.portals.shared.routes import shared_pages
from gateway.session import Public

router = shared_pages()


@router.get("/kontakt")
async def show_contact_points(request: Request, caller: Public) -> Response:
    """All of them, the duty centre first; as last known when a service is away."""
    return await page(request, caller, "shared/contact.html")
