"""Staff log in with their utility's own login, and come back."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response
from starlette.responses import RedirectResponse

from gateway.api.sessions import attempt_of
from gateway.portals.shared.forms import FAILURES, built
from gateway.portals.shared.page import SEE_OTHER, go, own_path
from gateway.portals.shared.pages.login import HOME, login_page, opened_to, remember, under_way
from gateway.portals.shared.routes import operator_pages
from gateway.session import Public, cookies
from services.identity.contract.operations.login_provider import (
    BeginProviderLogin,
    CompleteProviderLogin,
)
from services.identity.contract.types.login import LoginStep

router = operator_pages()
PATH = "/logg-inn/tilbyder"


@router.get(PATH)
async def go_to_provider(
    request: Request, caller: Public, til: Annotated[str, Query(max_length=500)] = ""
) -> Response:
    """Off to the provider; a link, since our policy lets no form lead to another site."""
    if caller.session:
        return go(own_path(til, HOME[caller.portal]))
    try:
        sent = await caller.call(BeginProviderLogin(utility=caller.default_utility))
    except FAILURES as failure:
        return await login_page(request, caller, til, failure=failure)
    response = RedirectResponse(sent.address, SEE_OTHER)
    cookies.begin_attempt(response, sent.attempt)
    remember(response, LoginStep(attempt="-", next="factor", methods=[], hint=""), til)
    return response


@router.get(PATH + "/svar")
async def come_back(request: Request, caller: Public) -> Response:
    """In, or on to our own second factor."""
    login = under_way(request)
    asked = request.query_params
    values = {
        "attempt": attempt_of(request),
        "state": asked.get("state", ""),
        "code": asked.get("code", ""),
        "issuer": asked.get("iss", ""),
        "caller": caller.origin,
    }
    try:
        back = await caller.call(built(CompleteProviderLogin, values))
    except FAILURES as failure:
        return await login_page(request, caller, login["til"], failure=failure)
    if back.opened:
        return opened_to(back.opened, caller, login)
    assert back.step is not None  # noqa: S101 - one of the two, says the contract
    response = go("/logg-inn/mobil" if back.step.next == "enrol_mobile" else "/logg-inn/kode")
    cookies.begin_attempt(response, back.step.attempt)
    remember(response, back.step, login["til"])
    return response
