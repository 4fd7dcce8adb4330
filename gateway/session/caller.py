"""The caller as a handler sees it: who, where, in which language, and how to ask the services."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from pydantic import BaseModel

from gateway.rpc import Services
from gateway.session.csrf import csrf_token
from gateway.settings import Portal
from services.chassis.i18n import Language
from services.chassis.messages import Actor, Request
from services.identity.contract.operations.origin import Caller as Origin
from services.identity.contract.types.login import CheckedSession

Reply = TypeVar("Reply", bound=BaseModel)


@dataclass(frozen=True)
class Caller:
    """Made once for each request; `session` is None for a stranger."""

    services: Services = field(repr=False)
    portal: Portal
    default_utility: str
    language: Language
    trace: str
    key: str
    """The Idempotency-Key, made here when the client sent none."""
    address: str
    device: str
    secret: str = field(default="", repr=False)
    known_as: str = field(default="", repr=False)
    """The name this browser was given at an earlier login."""
    by_cookie: bool = False
    session: CheckedSession | None = field(default=None, repr=False)

    @property
    def actor(self) -> Actor:
        """Who identity says it is; nobody without a session."""
        return self.session.actor if self.session else Actor(language=self.language)

    @property
    def utility(self) -> str:
        """The utility acted at: chosen in the session, else the portal's own."""
        return self.actor.utility or self.default_utility

    @property
    def csrf(self) -> str:
        """What a form of this session carries in its `csrf` field; empty without a session."""
        return csrf_token(self.secret) if self.session else ""

    @property
    def origin(self) -> Origin:
        """Where the request comes from, for limits and the list of sessions."""
        return Origin(address=self.address, device=self.device, known_as=self.known_as)

    def signed_out(self) -> Caller:
        """The same, as somebody whose session is over."""
        return replace(self, secret="", by_cookie=False, session=None)

    async def call(self, request: Request[Reply], *, step: str = "") -> Reply:
        """Ask a service as this caller; `step` tells two calls of one operation apart.

        Raises RemoteRefusal, ServiceUnavailable, CallTimedOut.
        """
        return await self.services.call(
            request,
            token=self.session.token if self.session else "",
            key=f"{self.key}.{step}" if step else self.key,
            trace=self.trace,
        )
