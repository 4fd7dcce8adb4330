"""Versions of what was sent in, as the firm sees them."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.versions import versions_page
from gateway.session import Contractor

router = contractor_pages()


@router.get("/saker/{case_id}/versjoner")
async def show_versions(request: Request, caller: Contractor, case_id: str) -> Response:
    """What changed, field by field and file by file."""
    return await versions_page(request, caller, case_id)
