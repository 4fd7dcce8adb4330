"""Error pages: the same look, the emergency number, and what to do now."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from urllib.parse import quote, urlsplit

from fastapi import Request, Response

from gateway.portals.shared.page import go, page
from gateway.portals.shared.pages.login import LATE
from gateway.portals.shared.step_up import step_up_path
from gateway.problem import Problem
from gateway.session import Caller, cookies
from gateway.session.csrf import SAFE_METHODS
from gateway.state import gateway_of


async def render_error(request: Request, problem: Problem) -> Response:
    """The page of a problem; one who must sign in is brought to the login and back."""
    if problem.code in ("SignInNeeded", "SessionEnded", "SignInRequired"):
        return go(_login_path(request))
    if problem.code == "StepUpNeeded":
        return go(step_up_path(request))
    return await page(
        request,
        _caller(request, problem),
        "shared/error.html",
        status=problem.status,
        problem=problem,
    )


def _login_path(request: Request) -> str:
    """The login, which leads back here; one that was left half-way begins anew, and does not."""
    path = request.url.path
    if path.startswith("/logg-inn/"):
        return f"/logg-inn?utlogget={LATE}"
    query = f"?{request.url.query}" if request.url.query else ""
    back = path + query if request.method in SAFE_METHODS else _page_before(request)
    was_in = "&utlogget=1" if cookies.SESSION in request.cookies else ""
    return f"/logg-inn?til={quote(back)}{was_in}"


def _page_before(request: Request) -> str:
    """Where the form stood that was sent: a page of this portal, else the front page."""
    came_from = urlsplit(request.headers.get("referer", ""))
    if not came_from.path or came_from.netloc != request.headers.get("host"):
        return "/"
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")


def _caller(request: Request, problem: Problem) -> Caller:
    known = request.scope.get("caller")
    if known is not None:
        return replace(cast(Caller, known[1]), language=problem.language)
    gateway = gateway_of(request)
    return Caller(
        services=gateway.services,
        portal=request.scope.get("portal", "contractor"),
        default_utility=request.scope.get("utility", gateway.settings.utility),
        language=problem.language,
        trace=problem.request_id,
        key="",
        address="",
        device="",
    )
