"""The public catalogue: everything one can send in, for whom, and how long it takes."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.page import page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Public
from services.cases.contract.operations.catalogue import GetCaseType, ListCaseTypes

router = contractor_pages()


@router.get("/katalog")
async def show_catalogue(request: Request, caller: Public) -> Response:
    """All types, those for one's own profession first."""
    types = (await caller.call(ListCaseTypes(utility=caller.utility))).items
    own = caller.actor.professions
    types = sorted(types, key=lambda each: bool(own) and own.isdisjoint(each.professions))
    return await page(request, caller, "contractor/catalogue.html", types=types)


@router.get("/katalog/{code}")
async def show_type(request: Request, caller: Public, code: str) -> Response:
    """One type: what it asks for, before one begins."""
    type = await caller.call(GetCaseType(utility=caller.utility, code=code))
    return await page(request, caller, "contractor/type.html", type=type)
