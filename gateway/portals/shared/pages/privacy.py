"""Personvern on Min side: take one's data out, and delete the account."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.api.own_data import gather
from gateway.api.privacy import as_file
from gateway.portals.shared.forms import FAILURES, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import shared_pages
from gateway.session import SignedIn, cookies
from gateway.state import gateway_of
from services.identity.contract.operations.privacy import EraseMe

router = shared_pages()


@router.get("/min-side/personvern")
async def show_privacy(request: Request, caller: SignedIn) -> Response:
    """What can be done."""
    return await page(request, caller, "shared/privacy.html", unsure=False, missing=[])


@router.get("/min-side/mine-data.json")
async def download(
    request: Request, caller: SignedIn, likevel: Annotated[str, Query(max_length=1)] = ""
) -> Response:
    """Everything, as a file; with a part away, first the choice to wait or to do without it."""
    gathering = await gather(caller)
    if gathering.missing and not likevel:
        missing = [each.part for each in gathering.missing]
        return await page(
            request, caller, "shared/privacy.html", status=503, unsure=False, missing=missing
        )
    return as_file(gathering)


@router.post("/min-side/slett-bruker")
async def erase(request: Request, caller: SignedIn) -> Response:
    """Only with the box ticked; there is no way back."""
    form = await posted(request)
    if form.text("sure") != "yes":
        return await page(
            request, caller, "shared/privacy.html", status=422, unsure=True, missing=[]
        )
    try:
        await keyed(caller, form).call(EraseMe())
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            "shared/privacy.html",
            status=problem.status,
            problem=problem,
            unsure=False,
            missing=[],
        )
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    response = await page(request, caller.signed_out(), "shared/erased.html")
    cookies.end_session(response)
    return response
