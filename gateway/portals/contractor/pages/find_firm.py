"""Finn mitt firma: is the firm registered here?"""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Query, Request, Response

from gateway.api.firms import login_of
from gateway.portals.contractor.private_person import is_private
from gateway.portals.shared.forms import FAILURES, built, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Public
from gateway.state import gateway_of
from services.identity.contract.operations.firms import FindFirms
from services.identity.contract.types.firms import FirmHits

router = contractor_pages()
TEMPLATE = "contractor/find_firm.html"


@router.get("/finn-firma")
async def find_firm(
    request: Request, caller: Public, q: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """Hits with a way into the portal; no hit offers registration right there."""
    hits: FirmHits | None = None
    problem = None
    private = is_private(q)
    if q.strip() and not private:
        try:
            gateway_of(request).rates.searches.count(caller.address)
            asked = {"q": q.strip(), "utility": caller.utility, "caller": caller.origin}
            hits = await caller.call(built(FindFirms, asked))
        except FAILURES as failure:
            problem = problem_for(caller, failure)
    return await page(
        request,
        caller,
        TEMPLATE,
        status=problem.status if problem else 200,
        problem=problem,
        q="" if private else q,
        private=private,
        hits=hits.items if hits else None,
        login_of=partial(login_of, request, utility=caller.utility),
    )
