"""`services.call(request)`: one connection, a future per call, a deadline on every wait."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

import pika
from pika.adapters.asyncio_connection import AsyncioConnection
from pika.channel import Channel
from pydantic import BaseModel

from gateway.rpc.connection import AMQPError, Lane, connect, open_lane
from gateway.rpc.failures import CallTimedOut, RemoteRefusal, ServiceUnavailable
from gateway.rpc.presence import Presence
from gateway.rpc.turnstile import Turnstile
from services.chassis import clock
from services.chassis.logging import logger
from services.chassis.messages import Envelope, FieldError, Request

log = logger(__name__)
Reply = TypeVar("Reply", bound=BaseModel)
EXCHANGE = "nameko-rpc"
SERVICES = ("identity", "cases", "documents", "notify")
MOST_WAITING = 2000
EVENTS_KEPT = 10_000


class Services:
    """The gateway's side of the bus; the connection is kept up behind the calls."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._waiting: dict[str, tuple[str, asyncio.Future[bytes]]] = {}
        self._calls: Lane | None = None
        self._connection: AsyncioConnection | None = None
        self._reply_to = ""
        self._lost = asyncio.Event()
        self._closed = asyncio.Event()
        self._ready = asyncio.Event()
        self._listeners: list[Callable[[Envelope], None]] = []
        self._turnstiles: dict[str, Turnstile] = {}
        self._keeper: asyncio.Task[None] | None = None
        self.presence = Presence(self._canary)

    async def start(self) -> None:
        """Begin to connect; waits a moment so that the first call finds the broker."""
        self._keeper = asyncio.create_task(self._keep_connected())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(3):
                await self._ready.wait()

    async def stop(self) -> None:
        """Close; what waits fails."""
        if self._keeper:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
        self._disconnected()
        if self._connection and not self._connection.is_closed:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(2):
                    await self._closed.wait()
            await asyncio.sleep(0)

    def events(self, on_event: Callable[[Envelope], None]) -> None:
        """Hear every event of every service from now on; none is kept while the gateway is away."""
        self._listeners.append(on_event)

    @property
    def connected(self) -> bool:
        """The broker is there."""
        return self._calls is not None and self._calls.is_open

    async def call(
        self, request: Request[Reply], *, token: str = "", key: str = "", trace: str = ""
    ) -> Reply:
        """The reply. Raises RemoteRefusal, ServiceUnavailable (nothing happened), CallTimedOut."""
        service = request.served_by()
        if request.heavy:
            turnstile = self._turnstiles.setdefault(service, Turnstile(service))
            async with turnstile.passed():
                return await self._answered(request, token, key, trace)
        return await self._answered(request, token, key, trace)

    async def _answered(self, request: Request[Reply], token: str, key: str, trace: str) -> Reply:
        service = request.served_by()
        await self.presence.ensure(service)
        headers = {"x-token": token, "x-key": key, "x-trace": trace}
        body = await self._exchange(
            service, request.operation(), request.model_dump_json(), headers, request.seconds
        )
        answer = json.loads(body)
        if answer["error"] is not None:
            raise _refusal(answer["error"])
        return request.reply_type().model_validate(answer["result"])

    async def _exchange(
        self, service: str, operation: str, body: str, headers: dict[str, str], seconds: float
    ) -> bytes:
        lane = self._calls
        if lane is None or not lane.is_open or len(self._waiting) >= MOST_WAITING:
            raise ServiceUnavailable(service)
        correlation_id = uuid4().hex
        future: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[correlation_id] = (service, future)
        try:
            lane.channel.basic_publish(
                EXCHANGE,
                f"{service}.{operation}",
                body.encode(),
                pika.BasicProperties(
                    content_type="application/json",
                    reply_to=self._reply_to,
                    correlation_id=correlation_id,
                    delivery_mode=1,
                    expiration=str(int(seconds * 1000)),
                    headers={**headers, "x-deadline": str(clock.now().timestamp() + seconds)},
                ),
            )
            async with asyncio.timeout(seconds):
                return await future
        except TimeoutError:
            self.presence.suspect(service)
            raise CallTimedOut(service) from None
        except (AMQPError, OSError):
            raise ServiceUnavailable(service) from None
        finally:
            self._waiting.pop(correlation_id, None)

    async def _canary(self, service: str) -> bool:
        """The service answers within a second; proves consumption, not a connection."""
        try:
            await self._exchange(service, "canary", "{}", {}, 1.0)
        except (CallTimedOut, ServiceUnavailable):
            return False
        return True

    async def _keep_connected(self) -> None:
        pause = 0.2
        while True:
            self._lost.clear()
            try:
                await self._connect()
                pause = 0.2
                await self._lost.wait()
                log.warning("broker_lost")
            except (AMQPError, OSError, TimeoutError) as problem:
                log.warning("broker_unreachable", problem=type(problem).__name__)
            self._disconnected()
            await asyncio.sleep(pause)
            pause = min(pause * 2, 2)

    async def _connect(self) -> None:
        self._closed.clear()
        connection = await connect(self._uri, self._connection_closed)
        self._connection = connection
        calls = await open_lane(connection)
        name = f"reply.gateway.{uuid4().hex}"
        await calls.done("queue_declare", name, exclusive=True, auto_delete=True)
        await calls.done("queue_bind", name, EXCHANGE, name)
        await calls.done("basic_consume", name, self._on_reply, auto_ack=True)
        calls.on_close(self._lost.set)
        await self._hear(connection)
        self.presence.use(await open_lane(connection), connection)
        self._reply_to, self._calls = name, calls
        self._ready.set()
        log.info("broker_connected")

    def _connection_closed(self) -> None:
        self._closed.set()
        self._lost.set()

    async def _hear(self, connection: AsyncioConnection) -> None:
        lane = await open_lane(connection)
        name = f"gateway.events.{uuid4().hex}"
        await lane.done(
            "queue_declare",
            name,
            exclusive=True,
            auto_delete=True,
            arguments={"x-max-length": EVENTS_KEPT},
        )
        for service in SERVICES:
            await lane.done("queue_bind", name, f"{service}.events", "#")
        await lane.done("basic_consume", name, self._on_event, auto_ack=True)
        lane.on_close(self._lost.set)

    def _disconnected(self) -> None:
        self._calls = None
        self._ready.clear()
        self.presence.forget()
        waiting, self._waiting = self._waiting, {}
        for service, future in waiting.values():
            if not future.done():
                future.set_exception(CallTimedOut(service))
        if self._connection and self._connection.is_open:
            self._connection.close()

    def _on_reply(self, _channel: Channel, _method: Any, properties: Any, body: bytes) -> None:
        """A reply nobody waits for any more is dropped."""
        _service, future = self._waiting.get(properties.correlation_id, ("", None))
        if future is not None and not future.done():
            future.set_result(body)

    def _on_event(self, _channel: Channel, _method: Any, _properties: Any, body: bytes) -> None:
        envelope = Envelope.model_validate_json(body)
        for listener in self._listeners:
            try:
                listener(envelope)
            except Exception:
                log.exception("listener_failed", event=envelope.type)


def _refusal(error: dict[str, Any]) -> RemoteRefusal:
    return RemoteRefusal(
        code=error["code"],
        kind=error["kind"],
        facts=error.get("facts") or {},
        errors=[FieldError.model_validate(item) for item in error.get("errors") or []],
        retry_after=error.get("retry_after"),
    )
