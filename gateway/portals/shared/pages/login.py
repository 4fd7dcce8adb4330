"""Logging in: e-mail and password, then a code."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import Depends, Query, Request, Response

from gateway.api.sessions import attempt_of, end_session
from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, own_path, page
from gateway.portals.shared.pages.chosen_firm import CameFor, ChosenFirm, chosen_firm, offer_switch
from gateway.portals.shared.provider import provider_name
from gateway.portals.shared.routes import shared_pages
from gateway.session import Caller, Public, SignedIn, cookies
from gateway.session.csrf import csrf_token
from services.identity.contract.operations.login import BeginLogin, CompleteFactor, ResendCode
from services.identity.contract.types.login import LoginStep, OpenedSession

router = shared_pages()
UNDER_WAY = "login"
"""What the login pages show again: masked number, ways in, where to go after. No secret."""
_TEN_MINUTES = 600
RESET = "passord"
"""Why one is logged out, as the address says it: a link has set a new password."""
LATE = "tid"
"""Another reason: the login was not finished in time, or begun in another browser."""
HOME = {"contractor": "/saker", "operator": "/"}


@router.get("/logg-inn")
async def show_login(
    request: Request,
    caller: Public,
    came_for: Annotated[CameFor, Depends()],
    til: Annotated[str, Query(max_length=500)] = "",
    utlogget: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """E-mail and password; the firm that was found in the search is already chosen."""
    chosen = await chosen_firm(caller, came_for)
    if caller.session and chosen:
        return await offer_switch(request, caller, chosen)
    if caller.session:
        return go(own_path(til, HOME[caller.portal]))
    return await login_page(request, caller, til, why=utlogget, chosen=chosen)


@router.post("/logg-inn")
async def begin_login(request: Request, caller: Public) -> Response:
    """A right password sends the code; a wrong one shows the form again."""
    form = await posted(request)
    til = own_path(form.text("til"), HOME[caller.portal])
    values = {
        "email": form.text("email"),
        "password": form.data.get("password", ""),
        "portal": caller.portal,
        "utility": form.text("utility") or caller.default_utility,
        "firm_id": form.text("firm"),
        "caller": caller.origin,
    }
    try:
        step = await keyed(caller, form).call(built(BeginLogin, values))
    except FAILURES as failure:
        chosen = await chosen_firm(caller, CameFor.of(form))
        return await login_page(
            request, caller, til, failure=failure, typed=form.typed(), chosen=chosen
        )
    response = go("/logg-inn/mobil" if step.next == "enrol_mobile" else "/logg-inn/kode")
    cookies.begin_attempt(response, step.attempt)
    remember(response, step, til)
    return response


async def login_page(
    request: Request,
    caller: Caller,
    til: str,
    *,
    why: str = "",
    failure: Exception | None = None,
    typed: dict[str, Any] | None = None,
    chosen: ChosenFirm | None = None,
) -> Response:
    """E-mail and password; `why` one was logged out, or the `failure` that brought one back."""
    problem = problem_for(caller, failure) if failure else None
    return await page(
        request,
        caller,
        "shared/login.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        til=til,
        ended=why == "1",
        fresh=why == RESET,
        late=why == LATE,
        chosen=chosen,
        provider=await provider_name(caller),
    )


@router.get("/logg-inn/kode")
async def show_code(request: Request, caller: Public) -> Response:
    """Where the code goes."""
    if caller.session:
        return go(HOME[caller.portal])
    attempt_of(request)
    return await page(request, caller, "shared/login_code.html", login=under_way(request))


@router.post("/logg-inn/kode")
async def complete_login(request: Request, caller: Public) -> Response:
    """The code opens the session, or a new one is sent."""
    form = await posted(request)
    login = under_way(request)
    attempt = attempt_of(request)
    try:
        if form.text("go") == "resend":
            await keyed(caller, form).call(ResendCode(attempt=attempt, caller=caller.origin))
            return await page(
                request, caller, "shared/login_code.html", login=login, sent_again=True
            )
        method = form.text("method", "sms")
        values = {
            "attempt": attempt,
            "method": method,
            "code": form.text("code"),
            "caller": caller.origin,
        }
        opened = await keyed(caller, form).call(built(CompleteFactor, values))
    except FAILURES as failure:
        return await _again(request, caller, failure, login)
    return opened_to(opened, caller, login)


@router.post("/logg-ut")
async def log_out(request: Request, caller: SignedIn) -> Response:
    """The session is over at once, everywhere."""
    await end_session(request, caller)
    response = go("/logg-inn?utlogget=1" if caller.portal == "operator" else "/")
    cookies.end_session(response)
    return response


async def _again(
    request: Request, caller: Caller, failure: Exception, login: dict[str, str]
) -> Response:
    problem = problem_for(caller, failure)
    if problem.code == "LoginExpired":
        return go(f"/logg-inn?utlogget=1&til={quote(login['til'])}")
    return await page(
        request,
        caller,
        "shared/login_code.html",
        status=problem.status,
        problem=problem,
        login=login,
    )


def opened_to(opened: OpenedSession, caller: Caller, login: dict[str, str]) -> Response:
    """The session in its cookies, and on to where one was going."""
    response = go(own_path(login["til"], HOME[caller.portal]))
    cookies.open_session(response, opened.secret, csrf_token(opened.secret))
    cookies.know_device(response, opened.known_as)
    response.set_cookie(
        cookies.LANGUAGE, opened.person.language, max_age=31536000, httponly=True, samesite="lax"
    )
    response.delete_cookie(UNDER_WAY, path="/logg-inn")
    return response


def remember(response: Response, step: LoginStep, til: str) -> None:
    """What the next page shows."""
    shown = {"hint": step.hint, "methods": " ".join(step.methods), "til": til}
    response.set_cookie(
        UNDER_WAY,
        quote(json.dumps(shown)),
        max_age=_TEN_MINUTES,
        httponly=True,
        samesite="lax",
        path="/logg-inn",
    )


def under_way(request: Request) -> dict[str, str]:
    """What the login page before this one said; nothing certain, so only for show."""
    return {"hint": "", "methods": "sms", "til": "", **from_cookie(request, UNDER_WAY)}


def from_cookie(request: Request, name: str) -> dict[str, str]:
    """Texts kept for the next page in a cookie; empty when it is missing or not ours."""
    try:
        kept = json.loads(_unquoted(request.cookies.get(name, "")) or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(key): value for key, value in kept.items() if isinstance(value, str)}


def _unquoted(value: str) -> str:
    return unquote(value[:4000])
