"""Personvern on Min side: take one's data out, and delete the account."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.api.privacy import whole_export
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
    return await page(request, caller, "shared/privacy.html", unsure=False)


@router.get("/min-side/mine-data.json")
async def download(caller: SignedIn) -> Response:
    """Everything, as a file."""
    return Response(
        (await whole_export(caller)).model_dump_json(indent=2),
        media_type="application/json",
        headers={
            "Content-Disposition": 'attachment; filename="mine-data.json"',
            "Cache-Control": "no-store",
        },
    )


@router.post("/min-side/slett-bruker")
async def erase(request: Request, caller: SignedIn) -> Response:
    """Only with the box ticked; there is no way back."""
    form = await posted(request)
    if form.text("sure") != "yes":
        return await page(request, caller, "shared/privacy.html", status=422, unsure=True)
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
        )
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    response = await page(request, caller.signed_out(), "shared/erased.html")
    cookies.end_session(response)
    return response
