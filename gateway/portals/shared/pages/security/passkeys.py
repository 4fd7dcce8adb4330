"""Passkeys: made by the browser, named, renamed, removed."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY, stepped_up
from gateway.session import Caller, SignedIn
from services.identity.contract.operations.factors import (
    AddPasskey,
    ListPasskeys,
    RemovePasskey,
    RenamePasskey,
)

router = shared_pages()
PATH = f"{SECURITY}/passnokler"


@router.get(PATH)
async def show_passkeys(request: Request, caller: SignedIn) -> Response:
    """Those one has, and a new one."""
    await stepped_up(caller)
    return await _page(request, caller)


@router.post(PATH)
async def add_passkey(request: Request, caller: SignedIn) -> Response:
    """The answer of the authenticator; a script put it into the form."""
    form = await posted(request)
    values = {"name": form.text("name"), "credential": form.text("code")}
    try:
        await keyed(caller, form).call(built(AddPasskey, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _page(
            request, caller, status=problem.status, problem=problem, typed=form.typed()
        )
    return go(f"{SECURITY}?gjort=passnokkel")


@router.post(PATH + "/{passkey_id}/navn")
async def rename_passkey(request: Request, caller: SignedIn, passkey_id: str) -> Response:
    """Only the name."""
    form = await posted(request)
    values = {"passkey_id": passkey_id, "name": form.text("new_name")}
    try:
        await keyed(caller, form).call(built(RenamePasskey, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _page(request, caller, status=problem.status, problem=problem)
    return go(PATH)


@router.post(PATH + "/{passkey_id}/fjern")
async def remove_passkey(request: Request, caller: SignedIn, passkey_id: str) -> Response:
    """It opens nothing any more."""
    await keyed(caller, await posted(request)).call(RemovePasskey(passkey_id=passkey_id))
    return go(f"{SECURITY}?gjort=passnokkel_fjernet")


async def _page(request: Request, caller: Caller, **values: Any) -> Response:
    rows = await caller.call(ListPasskeys())
    template = "shared/security/passkeys.html"
    return await page(request, caller, template, passkeys=rows.items, **values)
