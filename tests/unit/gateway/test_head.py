"""HEAD answers as GET does, without the body."""

from __future__ import annotations

import anyio
import pytest
from httpx import AsyncClient
from starlette.types import Message, Receive, Scope, Send

from gateway.edge.head import HeadOfGet

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("path", ["/healthz", "/akutt", "/logg-inn", "/api/v1/nothing"])
async def test_it_has_the_status_and_headers_of_get(client: AsyncClient, path: str) -> None:
    head, get = await client.head(path), await client.get(path)
    assert head.status_code == get.status_code
    for name in ("content-type", "content-length"):
        assert head.headers[name] == get.headers[name]
    assert get.content
    assert head.content == b""


async def test_it_opens_no_way_that_get_has_not(client: AsyncClient) -> None:
    for path in ("/api/v1/sessions", "/api/v1/cases"):
        assert (await client.head(path)).status_code == (await client.get(path)).status_code >= 400


async def test_a_stream_that_never_ends_is_left_where_it_begins() -> None:
    sent: list[Message] = []

    async def endless(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while True:
            await send({"type": "http.response.body", "body": b"more", "more_body": True})
            await anyio.lowlevel.checkpoint()

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    with anyio.fail_after(10):
        await HeadOfGet(endless)({"type": "http", "method": "HEAD"}, receive, send)
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[1] == {"type": "http.response.body", "body": b""}
