"""Recovery codes: shown once, to be printed or kept in a file."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request, Response

from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY, stepped_up
from gateway.rpc import RemoteRefusal
from gateway.session import SignedIn
from services.identity.contract.operations.factors import MakeRecoveryCodes

router = shared_pages()
PATH = f"{SECURITY}/koder"
TEMPLATE = "shared/security/codes.html"


@router.get(PATH)
async def show_codes(request: Request, caller: SignedIn) -> Response:
    """How many are left; the codes themselves are shown when they are made."""
    factors = await stepped_up(caller)
    return await page(request, caller, TEMPLATE, left=factors.recovery_left, codes=[], file="")


@router.post(PATH)
async def make_codes(request: Request, caller: SignedIn) -> Response:
    """Ten new ones on the answer itself, which no cache keeps; a reload tells how many."""
    try:
        made = await keyed(caller, await posted(request)).call(MakeRecoveryCodes())
    except RemoteRefusal as refusal:
        if refusal.code == "AlreadyDone":
            return go(PATH)
        raise
    file = "data:text/plain;charset=utf-8," + quote("\r\n".join(made.codes) + "\r\n")
    return await page(request, caller, TEMPLATE, left=len(made.codes), codes=made.codes, file=file)
