"""Each request gets an id, a log line and its numbers; a fault becomes an honest answer."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.edge.answers import refuse
from gateway.edge.numbers import HTTP_REQUESTS, HTTP_SECONDS
from gateway.refusals import InternalFault
from services.chassis import clock
from services.chassis.ids import new_id
from services.chassis.logging import logger, traced

log = logger("gateway.access")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_QUIET = ("/healthz", "/readyz", "/metrics", "/static/")


class Observe:
    """The outermost layer: nothing a route does goes unseen."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Log lines carry the route, never the query or a body: those may hold personal data."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["trace"] = trace = new_id()
        started = clock.monotonic()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = trace
            await send(message)

        with traced(trace):
            try:
                await self._app(scope, receive, noting)
            except ClientDisconnect:
                log.info("client_left", route=_route(scope))
            except Exception:
                log.exception("request_broke", method=scope["method"], route=_route(scope))
                if not status:
                    await refuse(InternalFault(), scope, receive, noting)
            finally:
                self._note(scope, status, clock.monotonic() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = _route(scope)
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        HTTP_REQUESTS.labels(method, route, str(status)).inc()
        if not scope.get("streams"):
            HTTP_SECONDS.labels(route).observe(seconds)
        if not route.startswith(_QUIET):
            log.info(
                "request",
                method=scope["method"],
                route=route,
                portal=scope.get("portal", ""),
                status=status or "gone",
                ms=round(seconds * 1000, 1),
            )


def _route(scope: Scope) -> str:
    """The route's pattern; addresses nobody serves count as one."""
    return str(getattr(scope.get("route"), "path", "")) or "unknown"
