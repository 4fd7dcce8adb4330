"""Det du har gjort: one's own doings in cases, documents and messages."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.api.deeds import own_deeds
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.trail_words import did
from gateway.session import SignedIn

router = shared_pages()


@router.get("/min-side/aktivitet")
async def show_deeds(
    request: Request, caller: SignedIn, cursor: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """Newest first, page by page."""
    found = await own_deeds(caller, cursor)
    chains = {(chain.service, chain.chain): chain for chain in found.chains}
    return await page(request, caller, "shared/deeds.html", found=found, chains=chains, did=did)
