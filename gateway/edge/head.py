"""HEAD: what GET would answer, without its body."""

from __future__ import annotations

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadOfGet:
    """Watchers of uptime and checkers of links ask so; every page and resource answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The same status and headers; a long file or an endless stream is left where it begins."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        with anyio.CancelScope() as answering:

            async def send_no_body(message: Message) -> None:
                if message["type"] != "http.response.body":
                    await send(message)
                elif not answering.cancel_called:
                    await send({"type": "http.response.body", "body": b""})
                    answering.cancel()

            await self._app({**scope, "method": "GET"}, receive, send_no_body)
