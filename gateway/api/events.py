"""Live changes, server-sent."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import StreamingResponse

from gateway.api.router import SESSION, resource
from gateway.live.feed import feed
from gateway.session import SignedIn
from gateway.state import gateway_of

router = resource("events", *SESSION)


@router.get(
    "/events",
    response_class=StreamingResponse,
    summary="Server-sent events: `case`, `notices`, `news`, `incident`, `firm`, `version`, `end`",
    responses={200: {"content": {"text/event-stream": {}}}},
)
async def open_event_stream(http: Request, caller: SignedIn) -> StreamingResponse:
    gateway = gateway_of(http)
    http.scope["streams"] = True
    stream = gateway.streams.open(caller)
    return StreamingResponse(
        feed(gateway, stream),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )
