"""How much is read of what comes in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient

from gateway.edge.limits import FORM_LIMIT, JSON_LIMIT, PART_LIMIT, limit_of

pytestmark = pytest.mark.anyio
PIECE = b" " * 65536


class Endless:
    """A body that never ends; remembers how much of it was asked for."""

    def __init__(self) -> None:
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self.read < 50_000_000:
            self.read += len(PIECE)
            yield PIECE


async def test_a_stated_50_megabytes_are_refused_unread(client: AsyncClient) -> None:
    body = Endless()
    headers = {"Content-Type": "application/json", "Content-Length": "50000000"}
    answer = await client.post("/api/v1/sessions", content=body, headers=headers)
    assert (answer.status_code, answer.json()["facts"]) == (413, {"limit": JSON_LIMIT})
    assert body.read == 0


async def test_unstated_bytes_are_counted_as_they_come(client: AsyncClient) -> None:
    body = Endless()
    headers = {"Content-Type": "application/json"}
    answer = await client.post("/api/v1/sessions", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "BodyTooLarge")
    assert body.read <= JSON_LIMIT + 2 * len(PIECE)


async def test_a_stranger_is_turned_away_before_the_body(client: AsyncClient) -> None:
    body = Endless()
    answer = await client.post("/api/v1/cases", content=body)
    assert answer.status_code == 401
    assert body.read == 0


@pytest.mark.parametrize("address", ["/api/v1/cases/a%00b", "/api/v1/firms?q=a%00b"])
async def test_a_nul_in_the_address(client: AsyncClient, address: str) -> None:
    assert (await client.get(address)).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "content_type", "limit"),
    [
        ("POST", "/api/v1/cases", b"multipart/form-data", JSON_LIMIT),
        ("PUT", "/api/v1/uploads/u/parts/1", b"", PART_LIMIT),
        ("POST", "/saker/1", b"multipart/form-data; boundary=x", FORM_LIMIT),
        ("POST", "/saker/1", b"application/x-www-form-urlencoded", JSON_LIMIT),
        ("POST", "/hooks/twilio/status", b"multipart/form-data; boundary=x", JSON_LIMIT),
    ],
)
def test_each_address_has_its_limit(
    method: str, path: str, content_type: bytes, limit: int
) -> None:
    scope = {"method": method, "path": path, "headers": [(b"content-type", content_type)]}
    assert limit_of(scope) == limit


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"],
)
@pytest.mark.parametrize(
    "content", [b'{"email": "a\\u0000b"}', '{"email": "a\\u0000b"}'.encode("utf-16-le"), b"\xff"]
)
async def test_a_nul_in_json_by_any_name(
    client: AsyncClient, content_type: str, content: bytes
) -> None:
    headers = {"Content-Type": content_type}
    answer = await client.post("/api/v1/sessions", content=content, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "BodyNotJson")
