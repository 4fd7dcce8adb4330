"""HTTP/1.1 over one kept connection, cheaply: the client must not be what is measured."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Answered:
    """Status and body."""

    status: int
    body: bytes


class PlainHttp:
    """One connection; one request at a time."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self._port = port
        self._head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", **more: str) -> Answered:
        """The answer; `more` are headers of this request alone, `_` written as `-`."""
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        own = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
        length = f"Content-Length: {len(body)}\r\nContent-Type: application/json\r\n"
        head = f"{method} {path} HTTP/1.1\r\n{self._head}{own}{length if body else ''}\r\n"
        self._writer.write(head.encode() + body)
        return await self._answer(self._reader)

    async def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> Answered:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        if "transfer-encoding: chunked" in head:
            return Answered(status, await self._chunks(reader))
        length = head.partition("content-length:")[2].partition("\r\n")[0].strip()
        return Answered(status, await reader.readexactly(int(length or 0)))

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        body = b""
        while True:
            size = int(await reader.readline(), 16)
            body += (await reader.readexactly(size + 2))[:-2]
            if size == 0:
                return body
