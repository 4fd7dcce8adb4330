"""From a request to its caller."""

from __future__ import annotations

import re

from starlette.requests import Request

from gateway.refusals import MalformedRequest, SignInNeeded
from gateway.rpc import CallFailed, RemoteRefusal
from gateway.session import cookies
from gateway.session.caller import Caller
from gateway.session.csrf import SAFE_METHODS, ensure_csrf, ensure_own_origin
from gateway.session.devices import device_name
from gateway.state import Gateway
from services.chassis.i18n import as_language, negotiate
from services.chassis.i18n.language import Language, is_language
from services.chassis.ids import new_id
from services.identity.contract.types.api_keys import API_KEY_BEGINS
from services.identity.contract.types.login import CheckedSession

_KEY = re.compile(r"[\x21-\x7e]{1,100}")
_LONGEST_SECRET = 200


async def recognise(
    request: Request, gateway: Gateway, *, look: bool = True, required: bool, any_origin: bool
) -> Caller:
    """Who calls. A stranger is refused when a session is `required`; `look` False asks nobody.

    Refuses CsrfFailed, MalformedRequest, SignInNeeded, or as the session check fails.
    """
    portal = request.scope["portal"]
    unsafe = request.method not in SAFE_METHODS
    secret, by_cookie = _secret(request)
    if unsafe and not any_origin and (by_cookie or not secret):
        ensure_own_origin(request, gateway.settings.url_of(portal, request.scope["utility"]))
    session = await _session(request, gateway, secret, required=required) if look else None
    if session and by_cookie and unsafe:
        await ensure_csrf(request, secret)
    return Caller(
        services=gateway.services,
        portal=portal,
        default_utility=request.scope["utility"],
        language=_language(request, session),
        trace=request.scope["trace"],
        key=_key(request),
        address=request.client.host if request.client else "",
        device=device_name(request.headers.get("user-agent", "")[:400]),
        known_as=request.cookies.get(cookies.DEVICE, "")[:_LONGEST_SECRET],
        secret=secret if session else "",
        by_cookie=by_cookie,
        session=session,
    )


def language_of(request: Request) -> Language:
    """The reader's language before, or without, knowing who it is."""
    chosen = request.cookies.get(cookies.LANGUAGE, "")
    if is_language(chosen):
        return as_language(chosen)
    return negotiate(request.headers.get("accept-language"))


def _language(request: Request, session: CheckedSession | None) -> Language:
    """A person's own; of a stranger and a firm's software, what the request asks for."""
    if session is None or session.scopes is not None:
        return language_of(request)
    return session.actor.language


def _secret(request: Request) -> tuple[str, bool]:
    """The session's secret and whether it came by cookie; a Bearer token goes first.

    A key of a firm's software is no cookie: a browser that sends one was made to.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()[:_LONGEST_SECRET], False
    kept = request.cookies.get(cookies.SESSION, "")[:_LONGEST_SECRET]
    return ("" if kept.startswith(API_KEY_BEGINS) else kept), True


async def _session(
    request: Request, gateway: Gateway, secret: str, *, required: bool
) -> CheckedSession | None:
    """A stranger, or one whose session is over, still reads what is public."""
    if not secret:
        if required:
            raise SignInNeeded
        return None
    portal = request.scope["portal"]
    address = request.client.host if request.client else ""
    wrong = gateway.rates.wrong_secrets
    if not gateway.sessions.knows(secret, portal):
        wrong.ensure_room(address)
    try:
        checked = await gateway.sessions.check(
            secret, portal, request.scope["trace"], address=address
        )
    except RemoteRefusal as refusal:
        wrong.count(address)
        if not required:
            return None
        if refusal.kind in ("unauthenticated", "invalid", "not_found"):
            raise SignInNeeded from None
        raise
    except CallFailed:
        if required:
            raise
        return None
    if checked.portal != portal or checked.actor.audience != portal:
        if required:
            raise SignInNeeded
        return None
    return checked


def _key(request: Request) -> str:
    given = request.headers.get("idempotency-key")
    if given is None:
        return new_id()
    if not _KEY.fullmatch(given):
        raise MalformedRequest(header="Idempotency-Key")
    return given
