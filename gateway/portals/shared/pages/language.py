"""Choosing a language: kept in the browser, and in the profile of one who is signed in."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, own_path
from gateway.portals.shared.routes import shared_pages
from gateway.session import Public, cookies
from gateway.state import gateway_of
from services.chassis.i18n import as_language
from services.identity.contract.operations.people import UpdateMe

router = shared_pages()
A_YEAR = 365 * 24 * 3600


@router.post("/sprak")
async def choose_language(request: Request, caller: Public) -> Response:
    """Back to the page one came from, in the language chosen."""
    form = await posted(request)
    language = as_language(form.text("language"), caller.language)
    if caller.session:
        await hoped(keyed(caller, form).call(UpdateMe(language=language)))
        gateway_of(request).sessions.forget(caller.secret, caller.portal)
    response = go(own_path(form.text("til")))
    response.set_cookie(
        cookies.LANGUAGE, language, max_age=A_YEAR, httponly=True, samesite="lax", path="/"
    )
    return response
