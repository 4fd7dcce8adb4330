"""A page as an answer: a template, its surroundings, and who reads it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from gateway.portals.shared.chrome import chrome_of
from gateway.portals.shared.rendering import rendered
from gateway.portals.shared.summaries import with_names
from gateway.session import Caller
from gateway.state import gateway_of
from services.chassis.ids import new_id

SEE_OTHER = 303


async def page(
    request: Request, caller: Caller, template: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A whole page with header, banners and footer."""
    chrome = await chrome_of(request, caller.utility)
    body = rendered(
        template, caller.language, {**_surrounding(request, caller), "chrome": chrome, **values}
    )
    return _answer(body, caller, status)


def fragment(
    request: Request, caller: Caller, template: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A part of a page, fetched by the page it belongs to."""
    body = rendered(template, caller.language, {**_surrounding(request, caller), **values})
    return _answer(body, caller, status)


async def framed(request: Request, caller: Caller, template: str, **values: Any) -> HTMLResponse:
    """A part of a page that needs what stands around it."""
    chrome = await chrome_of(request, caller.utility)
    return fragment(request, caller, template, chrome=chrome, **values)


def go(path: str) -> RedirectResponse:
    """On to another page of ours after a form, so that a reload sends nothing again."""
    return RedirectResponse(path, SEE_OTHER)


def own_path(wanted: str, otherwise: str = "/") -> str:
    """The path when it is one of ours; an address of somebody else's is not followed."""
    parts = urlsplit(wanted)
    ours = not parts.scheme and not parts.netloc and wanted.startswith("/")
    return wanted if ours and not wanted.startswith("//") and "\\" not in wanted else otherwise


def _surrounding(request: Request, caller: Caller) -> dict[str, Any]:
    settings = gateway_of(request).settings
    here = request.url.path
    return {
        "caller": caller,
        "actor": caller.actor,
        "signed_in": caller.session is not None,
        "portal": caller.portal,
        "csrf": caller.csrf,
        "new_key": new_id,
        "path": here,
        "here": f"{here}?{request.url.query}" if request.url.query else here,
        "build": settings.build_id,
        "contractor_url": settings.url_of("contractor", caller.utility),
        "problem": None,
        "typed": None,
    }


def _answer(body: str, caller: Caller, status: int) -> HTMLResponse:
    headers = {"Content-Language": caller.language, "Vary": "Cookie, Accept-Language"}
    return HTMLResponse(with_names(body), status, headers)
