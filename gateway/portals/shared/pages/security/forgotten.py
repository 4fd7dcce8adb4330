"""A forgotten password: a link is asked for, and sets a new one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.pages import login
from gateway.portals.shared.routes import shared_pages
from gateway.session import Public
from services.identity.contract.operations.passwords import AskPasswordReset, ResetPassword

router = shared_pages()
ASK, RESET = "/glemt-passord", "/nytt-passord"
ASK_TEMPLATE = "shared/security/forgotten.html"
RESET_TEMPLATE = "shared/security/new_password.html"


@router.get(ASK)
async def show_forgotten(request: Request, caller: Public) -> Response:
    """One field."""
    return await page(request, caller, ASK_TEMPLATE, asked=False)


@router.post(ASK)
async def ask(request: Request, caller: Public) -> Response:
    """The same page whether or not anybody has the address."""
    form = await posted(request)
    values = {
        "email": form.text("email"),
        "portal": caller.portal,
        "utility": caller.default_utility,
        "caller": caller.origin,
    }
    try:
        await keyed(caller, form).call(built(AskPasswordReset, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            ASK_TEMPLATE,
            status=problem.status,
            problem=problem,
            typed=form.typed(),
            asked=False,
        )
    return await page(request, caller, ASK_TEMPLATE, asked=True)


@router.get(RESET)
async def show_reset(
    request: Request, caller: Public, kode: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """The link in the mail leads here; opening it uses nothing up."""
    return await page(request, caller, RESET_TEMPLATE, token=kode)


@router.post(RESET)
async def reset(request: Request, caller: Public) -> Response:
    """The password is set, and one logs in with it and a second factor."""
    form = await posted(request)
    values = {"token": form.text("token"), "password": form.data.get("password", "")}
    try:
        await keyed(caller, form).call(built(ResetPassword, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            RESET_TEMPLATE,
            status=problem.status,
            problem=problem,
            token=form.text("token"),
        )
    return go(f"/logg-inn?utlogget={login.RESET}")
