"""Questions to a server whose answer is yes once it works: each tries once and never raises."""

import asyncio
from collections.abc import Awaitable, Callable

Probe = Callable[[], Awaitable[bool]]

PATIENCE = 2.0
AMQP_GREETING = b"AMQP\x00\x00\x09\x01"


async def _exchange(port: int, question: bytes, length: int) -> bytes:
    """Send a few bytes and read the first bytes of the answer; empty when there is none."""
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(question)
                return await reader.readexactly(length)
            finally:
                writer.close()
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return b""


def http_ok(port: int, path: str = "/readyz") -> Probe:
    """The process answers 200; its own readiness check decides what that means."""

    async def probe() -> bool:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        return (await _exchange(port, request.encode(), 12))[9:12] == b"200"

    return probe


def listening(port: int) -> Probe:
    """Something accepts connections."""

    async def probe() -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
        except (OSError, TimeoutError):
            return False
        writer.close()
        return True

    return probe


def amqp(port: int) -> Probe:
    """A broker greets: its listeners open last, after users and rights were loaded. A frame of type
    1 is Connection.Start.
    """

    async def probe() -> bool:
        return await _exchange(port, AMQP_GREETING, 1) == b"\x01"

    return probe


def postgres(port: int) -> Probe:
    """A cluster asks for a password: while it starts or recovers it sends an error instead."""
    body = b"\x00\x03\x00\x00user\x00postgres\x00database\x00postgres\x00\x00"
    greeting = (len(body) + 4).to_bytes(4, "big") + body

    async def probe() -> bool:
        return await _exchange(port, greeting, 1) == b"R"

    return probe
