"""What nothing can be quicker than: one exchange over the broker and one durable commit."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import uuid4

import pika
import psycopg2

from deploy.local.description import Description
from gateway.rpc.connection import connect, open_lane
from tests.bench.s1_rpc import bare_echo

Once = Callable[[], Awaitable[None]]
SCRATCH = "CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, said text NOT NULL)"


@contextlib.asynccontextmanager
async def floor(bed: Description) -> AsyncIterator[Once]:
    """One echo through the bare server, then one row committed with fsync."""
    queue = f"bench.echo.{uuid4().hex}"
    with pika.BlockingConnection(pika.URLParameters(bed.amqp_admin)) as broker:
        broker.channel().queue_declare(queue, arguments={"x-expires": 600_000})
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.echo_server", bed.amqp_admin, queue]
    )
    connection = await connect(bed.amqp_admin, lambda: None)
    address = bed.superuser_url.replace("postgresql+psycopg2", "postgresql")
    database = psycopg2.connect(address)
    database.autocommit = True
    cursor = database.cursor()
    cursor.execute(SCRATCH)
    echo = await bare_echo(await open_lane(connection), queue)

    def commit() -> None:
        cursor.execute("INSERT INTO bench_floor (said) VALUES (%s)", ("x" * 200,))

    async def once() -> None:
        await echo()
        await asyncio.to_thread(commit)

    try:
        yield once
    finally:
        database.close()
        connection.close()
        server.terminate()
        server.wait()
        await asyncio.sleep(0.2)
