"""Who may use a route: `public()`, `signed_in()`, `contractor(*roles)`,
`operator(*roles)`.

Every route names exactly one; a test walks the routes and fails on one that does not. The check
runs before the body is read, so a stranger's megabytes and malformed bodies are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any, Literal, cast

from fastapi import Depends, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from gateway.refusals import BodyNotJson, PageNotFound, WrongRole
from gateway.session.caller import Caller
from gateway.session.csrf import SAFE_METHODS
from gateway.session.recognise import recognise
from gateway.session.scopes import ensure_scope
from gateway.settings import Portal
from gateway.state import gateway_of

_FREE = ("/static/",)
"""Files of ours that every page needs several of."""
_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
Audience = Literal["public", "signed_in", "contractor", "operator"]


@dataclass(frozen=True)
class Access:
    """A requirement on the caller, usable as a dependency that gives the `Caller`."""

    audience: Audience
    roles: frozenset[str] = frozenset()
    portal: Portal | None = None
    """The only portal that has the route; on the other it does not exist."""
    look: bool = True
    """False: no session is looked up, so the route works with identity away."""
    any_origin: bool = False
    """True: open to other sites' pages too."""

    async def __call__(self, request: Request) -> Caller:
        """The caller, or a refusal: PageNotFound, SignInNeeded, CsrfFailed, WrongRole."""
        known = cast("tuple[Access, Caller] | None", request.scope.get("caller"))
        if known is not None and known[0] == self:
            return known[1]
        if self.portal not in (None, request.scope["portal"]):
            raise PageNotFound
        caller = await self._recognised(request)
        if self.roles and not caller.actor.has(*self.roles):
            raise WrongRole(needs=sorted(self.roles))
        request.scope["caller"] = (self, caller)
        return caller

    async def _recognised(self, request: Request) -> Caller:
        """Who calls, counted against the limit on how often such a caller may."""
        rates = gateway_of(request).rates
        caller = await recognise(
            request,
            gateway_of(request),
            look=self.look,
            required=self.audience != "public",
            any_origin=self.any_origin,
        )
        if caller.session is None:
            if self.look and not request.url.path.startswith(_FREE):
                writes = request.method not in SAFE_METHODS
                rates.count_stranger(caller.address, writes=writes)
        elif caller.session.scopes is not None:
            rates.keys.count(caller.session.session_id)
            if self.audience != "public":
                ensure_scope(request, caller.session.scopes)
        return caller


def public(*, portal: Portal | None = None) -> Any:
    """Open to strangers; a session is seen when there is one."""
    return Depends(Access("public", portal=portal))


def signed_in() -> Any:
    """Somebody with a session of this portal."""
    return Depends(Access("signed_in"))


def contractor(*roles: str) -> Any:
    """Somebody of a firm, on the contractor portal, with one of the roles when any is named."""
    return Depends(Access("contractor", frozenset(roles), portal="contractor"))


def operator(*roles: str) -> Any:
    """Staff of the utility, on the operator portal, with one of the roles when any is named."""
    return Depends(Access("operator", frozenset(roles), portal="operator"))


Public = Annotated[Caller, public()]
SignedIn = Annotated[Caller, signed_in()]
Contractor = Annotated[Caller, contractor()]
AnyOrigin = Annotated[Caller, Depends(Access("public", look=False, any_origin=True))]
"""A stranger who may come from anywhere, with every service away: an emergency."""


def access_of(dependant: Dependant) -> list[Access]:
    """What a route demands, read off its dependencies."""
    found = [dependant.call] if isinstance(dependant.call, Access) else []
    return found + [access for inner in dependant.dependencies for access in access_of(inner)]


async def ensure_text(request: Request) -> None:
    """Refuse a JSON body that is not UTF-8, or has a NUL, escaped or not: no database keeps one.

    In UTF-16 every other byte is one, and what is read as JSON then is not what stands here.
    """
    if not _says_json(request.headers.get("content-type", "")):
        return
    try:
        text = (await request.body()).decode()
    except UnicodeDecodeError:
        raise BodyNotJson from None
    if "\0" in text or _ESCAPED_NUL.search(text):
        raise BodyNotJson


def _says_json(content_type: str) -> bool:
    """Everything that is read as JSON: in capitals, and `application/merge-patch+json` too."""
    kind, _, subtype = content_type.partition(";")[0].strip().lower().partition("/")
    return kind == "application" and (subtype == "json" or subtype.endswith("+json"))


class AccessRoute(APIRoute):
    """A route that knows its caller before it reads the body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The usual handler behind the check."""
        handle = super().get_route_handler()

        async def checked(request: Request) -> Response:
            for access in access_of(self.dependant):
                await access(request)
            await ensure_text(request)
            return await handle(request)

        return checked
