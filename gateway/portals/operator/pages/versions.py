"""Versions of what was sent in, as the utility sees them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response

from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.versions import versions_page
from gateway.session import Caller, operator

router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.get("/saker/{case_id}/versjoner")
async def show_versions(request: Request, caller: Staff, case_id: str) -> Response:
    """What changed, field by field and file by file."""
    return await versions_page(request, caller, case_id)
