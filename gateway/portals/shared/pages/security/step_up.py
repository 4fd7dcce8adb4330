"""One proves oneself again, and goes back to where one was."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, own_path, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import PATH, SECURITY
from gateway.session import Caller, SignedIn, cookies
from gateway.session.csrf import csrf_token
from gateway.state import gateway_of
from services.identity.contract.operations.factors import GetFactors
from services.identity.contract.operations.step_up import SendStepUpCode, StepUp

router = shared_pages()


@router.get(PATH)
async def show_step_up(
    request: Request, caller: SignedIn, til: Annotated[str, Query(max_length=500)] = ""
) -> Response:
    """The methods one has."""
    return await _page(request, caller, own_path(til, SECURITY))


@router.post(PATH)
async def step_up(request: Request, caller: SignedIn) -> Response:
    """A code is sent, or a factor given."""
    form = await posted(request)
    til = own_path(form.text("til"), SECURITY)
    try:
        if form.text("go") == "send":
            await keyed(caller, form).call(SendStepUpCode(caller=caller.origin))
            return await _page(request, caller, til, sent=True)
        return await _given(request, caller, form, til)
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        sent = form.text("sent") == "1"
        return await _page(request, caller, til, status=problem.status, problem=problem, sent=sent)


async def _given(request: Request, caller: Caller, form: Posted, til: str) -> Response:
    code = form.text("code")
    values = {"method": form.text("method", "sms"), "code": code}
    opened = await keyed(caller, form).call(built(StepUp, values))
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    response = go(til)
    cookies.open_session(response, opened.secret, csrf_token(opened.secret))
    return response


async def _page(
    request: Request, caller: Caller, til: str, *, sent: bool = False, **values: Any
) -> Response:
    factors = await caller.call(GetFactors())
    return await page(
        request,
        caller,
        "shared/security/step_up.html",
        factors=factors,
        til=til,
        sent=sent,
        **values,
    )
