"""S1: a no-op operation through the gateway's client, against a bare pika echo, interleaved."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from uuid import uuid4

import pika

from deploy.local.description import Description
from gateway.rpc import Services
from gateway.rpc.connection import Lane, connect, open_lane
from services.cases.contract.operations.housekeeping import Canary
from tests.bench.report import Result

ROUNDS, WARM_UP = 1500, 100
AIM = 2.0


async def bare_echo(lane: Lane, queue: str) -> Callable[[], Awaitable[None]]:
    """One exchange with the echo server over one connection, as plainly as pika does it."""
    reply_to = f"reply.gateway.{uuid4().hex}"
    waiting: dict[str, asyncio.Future[bytes]] = {}
    await lane.done("queue_declare", reply_to, exclusive=True)
    await lane.done("queue_bind", reply_to, "nameko-rpc", reply_to)
    await lane.done(
        "basic_consume",
        reply_to,
        lambda _c, _m, properties, body: waiting.pop(properties.correlation_id).set_result(body),
        auto_ack=True,
    )

    async def once() -> None:
        name = uuid4().hex
        waiting[name] = asyncio.get_running_loop().create_future()
        lane.channel.basic_publish(
            "",
            queue,
            b'{"echo": 1}',
            pika.BasicProperties(reply_to=reply_to, correlation_id=name),
        )
        await waiting[name]

    return once


async def _timed(once: Callable[[], Awaitable[object]]) -> float:
    started = time.perf_counter()
    await once()
    return (time.perf_counter() - started) * 1000


async def _measure(bed: Description, queue: str) -> tuple[list[float], list[float]]:
    connection = await connect(bed.amqp_admin, lambda: None)
    services = Services(bed.amqp_uris["gateway"])
    await services.start()
    try:
        bare = await bare_echo(await open_lane(connection), queue)
        ours, floor = [], []
        for number in range(WARM_UP + ROUNDS):
            pair = await _timed(lambda: services.call(Canary())), await _timed(bare)
            if number >= WARM_UP:
                ours.append(pair[0])
                floor.append(pair[1])
        return ours, floor
    finally:
        await services.stop()
        connection.close()
        await asyncio.sleep(0.2)


def measure(bed: Description) -> list[Result]:
    """Median against median; both series kept."""
    queue = f"bench.echo.{uuid4().hex}"
    with pika.BlockingConnection(pika.URLParameters(bed.amqp_admin)) as broker:
        broker.channel().queue_declare(queue, auto_delete=False, arguments={"x-expires": 600_000})
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.echo_server", bed.amqp_admin, queue]
    )
    try:
        ours, floor = asyncio.run(_measure(bed, queue))
    finally:
        server.terminate()
        server.wait()
    ratio = statistics.median(ours) / statistics.median(floor)
    return [
        Result(
            "S1",
            "RPC to a no-op operation over a bare pika echo",
            f"median <= {AIM:.1f}x",
            f"{ratio:.2f}x",
            ratio <= AIM,
            {"operation": ours, "bare echo": floor},
        )
    ]
