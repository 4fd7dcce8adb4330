"""The host name decides the portal and the utility; a stranger's is refused."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.edge.answers import refuse
from gateway.refusals import UnknownHost
from gateway.settings import GatewaySettings

ANY_HOST = ("/healthz", "/readyz", "/metrics", "/hooks/")


class Hosts:
    """Sets `portal` and `utility` in the scope.

    Probes and providers reach their paths under any name.
    """

    def __init__(self, app: ASGIApp, settings: GatewaySettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses UnknownHost (421)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        host = next((value for name, value in scope["headers"] if name == b"host"), b"")
        place = self._settings.place_of(host.decode("latin-1"))
        scope["portal"], scope["utility"] = place or ("contractor", self._settings.utility)
        if place is None and not scope["path"].startswith(ANY_HOST):
            await refuse(UnknownHost(), scope, receive, send)
            return
        await self._app(scope, receive, send)
