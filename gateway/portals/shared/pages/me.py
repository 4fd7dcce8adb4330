"""Min side: who one is, which firm one acts for, and the language."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.page import go, own_path, page
from gateway.portals.shared.routes import shared_pages
from gateway.session import SignedIn
from gateway.state import gateway_of
from services.identity.contract.operations.people import GetMe
from services.identity.contract.operations.sessions import ActFor

router = shared_pages()


@router.get("/min-side")
async def show_me(request: Request, caller: SignedIn) -> Response:
    """Profile, and ways on."""
    return await page(request, caller, "shared/me.html", me=await caller.call(GetMe()))


@router.post("/min-side/foretak")
async def act_for(request: Request, caller: SignedIn) -> Response:
    """Another firm, or another utility, from now on."""
    form = await posted(request)
    firm_id, _, utility = form.text("acting").partition("@")
    await keyed(caller, form).call(ActFor(firm_id=firm_id, utility=utility))
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    return go(own_path(form.text("til"), "/min-side"))
