"""One AMQP connection on the event loop, with what pika does by callback made awaitable."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pika
from pika.adapters.asyncio_connection import AsyncioConnection
from pika.channel import Channel
from pika.exceptions import AMQPError

HEARTBEAT_SECONDS = 10
OPEN_SECONDS = 5.0


async def connect(uri: str, on_lost: Callable[[], None]) -> AsyncioConnection:
    """An open connection; `on_lost` is called once when it goes away. Raises OSError, AMQPError."""
    loop = asyncio.get_running_loop()
    opened: asyncio.Future[AsyncioConnection] = loop.create_future()
    parameters = pika.URLParameters(uri)
    parameters.heartbeat = HEARTBEAT_SECONDS
    parameters.socket_timeout = 3
    parameters.stack_timeout = 4
    parameters.connection_attempts = 1
    parameters.tcp_options = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3}

    def failed(_connection: Any, problem: Any) -> None:
        if not opened.done():
            reason = problem if isinstance(problem, Exception) else OSError(str(problem))
            opened.set_exception(reason)

    def closed(_connection: Any, _reason: Any) -> None:
        failed(_connection, OSError("closed while opening"))
        on_lost()

    connection = AsyncioConnection(
        parameters,
        on_open_callback=lambda it: None if opened.done() else opened.set_result(it),
        on_open_error_callback=failed,
        on_close_callback=closed,
        custom_ioloop=loop,
    )
    async with asyncio.timeout(OPEN_SECONDS):
        return await opened or connection


class Lane:
    """A channel whose synchronous methods can be awaited; a refusal closes it and ends the wait."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self._pending: set[asyncio.Future[Any]] = set()
        channel.add_on_close_callback(self._closed)

    @property
    def is_open(self) -> bool:
        """Usable."""
        return bool(self.channel.is_open)

    def on_close(self, callback: Callable[[], None]) -> None:
        """Be told when the channel goes away."""
        self.channel.add_on_close_callback(lambda *_: callback())

    async def done(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Await one method's answer. Raises AMQPError when it closes the channel, TimeoutError."""
        finished: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._pending.add(finished)
        try:
            getattr(self.channel, method)(
                *args, callback=lambda frame: _settle(finished, frame), **kwargs
            )
            async with asyncio.timeout(OPEN_SECONDS):
                return await finished
        finally:
            self._pending.discard(finished)

    def _closed(self, _channel: Channel, reason: Exception) -> None:
        for future in self._pending:
            if not future.done():
                future.set_exception(reason)


def _settle(future: asyncio.Future[Any], value: Any) -> None:
    if not future.done():
        future.set_result(value)


async def open_lane(connection: AsyncioConnection) -> Lane:
    """A channel. Raises TimeoutError, AMQPError."""
    opened: asyncio.Future[Channel] = asyncio.get_running_loop().create_future()
    connection.channel(on_open_callback=lambda channel: _settle(opened, channel))
    async with asyncio.timeout(OPEN_SECONDS):
        return Lane(await opened)


__all__ = ["AMQPError", "Lane", "connect", "open_lane"]
