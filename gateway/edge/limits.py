"""How much of a body is taken in: counted as it streams, refused without reading the rest."""

from __future__ import annotations

from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.edge.answers import refuse
from gateway.refusals import BodyTooLarge, MalformedRequest

MEBIBYTE = 1024 * 1024
JSON_LIMIT = 1 * MEBIBYTE
PART_LIMIT = 8 * MEBIBYTE
FORM_LIMIT = 64 * MEBIBYTE
"""A page's multipart form, uploads without scripts included."""


def limit_of(scope: Scope) -> int:
    """The most bytes a body at this address may have."""
    path = scope["path"]
    if path.startswith("/api/"):
        is_part = scope["method"] == "PUT" and "/parts/" in path
        return PART_LIMIT if is_part else JSON_LIMIT
    headers = dict(scope["headers"])
    multipart = headers.get(b"content-type", b"").startswith(b"multipart/form-data")
    return FORM_LIMIT if multipart and not path.startswith("/hooks/") else JSON_LIMIT


class _TooLarge(Exception):
    """More bytes came than the address takes."""


class BodyLimit:
    """A stated length over the limit is refused at once, an unstated one when it gets there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses BodyTooLarge (413), and MalformedRequest (400) for a NUL in the address."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if "\0" in scope["path"] or b"%00" in scope.get("query_string", b""):
            await refuse(MalformedRequest(), scope, receive, send)
            return
        limit = limit_of(scope)
        if _stated(scope) > limit:
            await refuse(BodyTooLarge(limit=limit), scope, receive, send)
            return
        await self._counted(limit, scope, receive, send)

    async def _counted(self, limit: int, scope: Scope, receive: Receive, send: Send) -> None:
        taken = 0
        started = False

        async def counting() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise _TooLarge
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            if taken <= limit or started:
                started = True
                await send(message)

        with suppress(_TooLarge):
            await self._app(scope, counting, sending)
        if taken > limit and not started:  # whatever a route made of the interruption
            await refuse(BodyTooLarge(limit=limit), scope, receive, send)


def _stated(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
