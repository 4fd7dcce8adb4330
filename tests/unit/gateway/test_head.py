"""HEAD answers as GET does, without the body."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

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
