"""An authenticator app: scanned, confirmed with a first code, removed."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.qr import qr
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY, stepped_up
from gateway.session import Caller, SignedIn
from gateway.texts import texts
from services.chassis.ids import new_id
from services.identity.contract.operations.factors import BeginTotp, ConfirmTotp, RemoveTotp

router = shared_pages()
PATH = f"{SECURITY}/app"


@router.get(PATH)
async def show_app(request: Request, caller: SignedIn) -> Response:
    """The code to scan; nothing is a factor before its first code."""
    factors = await stepped_up(caller)
    if factors.totp_since:
        return go(SECURITY)
    return await _page(request, caller)


@router.post(PATH)
async def confirm_app(request: Request, caller: SignedIn) -> Response:
    """The first code. A wrong one leaves the scanned key as it is."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(built(ConfirmTotp, {"code": form.text("code")}))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _page(request, caller, status=problem.status, problem=problem)
    return go(f"{SECURITY}?gjort=app")


@router.post(f"{PATH}/fjern")
async def remove_app(request: Request, caller: SignedIn) -> Response:
    """Its codes open nothing any more."""
    await keyed(caller, await posted(request)).call(RemoveTotp())
    return go(f"{SECURITY}?gjort=app_fjernet")


async def _page(request: Request, caller: Caller, **values: Any) -> Response:
    begun = await caller.call(BeginTotp(), step=new_id())
    return await page(
        request,
        caller,
        "shared/security/app.html",
        secret=" ".join(begun.secret[at : at + 4] for at in range(0, len(begun.secret), 4)),
        qr=qr(begun.uri, texts().text("security.app.qr", caller.language)),
        uri=begun.uri,
        **values,
    )
