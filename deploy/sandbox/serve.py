"""One process, one loop: the web server, the mail server and the metrics port."""

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from .app import build, health
from .mailbox import Mailbox
from .settings import Settings
from .world import World

BACKLOG = 1024
GRACE = 3
"""Seconds an open request may take when the process is told to stop."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """The ports in use, also when 0 was asked for."""

    port: int
    smtp_port: int
    metrics_port: int | None
    world: World


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling: the whole process stops in one place."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def run_until_told(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with running(settings) as ports:
        log.info("sandbox on port %s, mail on port %s", ports.port, ports.smtp_port)
        await stop.wait()


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Running]:
    """Everything up inside the block, everything down after it."""
    world = World(settings)
    web = _listen(settings.host, settings.port)
    mail = _listen(settings.smtp_host, settings.smtp_port)
    metrics = None
    if settings.metrics_port is not None:
        metrics = _listen(settings.metrics_host, settings.metrics_port)
    world.open()
    loop = asyncio.get_running_loop()
    smtp = await loop.create_server(Mailbox(world).server, sock=mail)
    servers = [(_server(build(world)), web)]
    if metrics is not None:
        servers.append((_server(_metrics_app(world)), metrics))
    tasks = [asyncio.create_task(server.serve([sock])) for server, sock in servers]
    try:
        while not all(server.started for server, _ in servers):
            await asyncio.sleep(0.01)
        yield Running(_port(web), _port(mail), _port(metrics) if metrics else None, world)
    finally:
        for server, _ in servers:
            server.should_exit = True
        smtp.close()
        await asyncio.gather(*tasks)
        await world.close()


def _server(app: FastAPI) -> _Server:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
    )
    return _Server(config)


def _metrics_app(world: World) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    async def metrics() -> Response:
        return Response(generate_latest(world.metrics.registry), media_type=CONTENT_TYPE_LATEST)

    app.add_api_route("/metrics", metrics)
    app.add_api_route("/healthz", health)
    return app


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((host, port))
    sock.listen(BACKLOG)
    sock.setblocking(False)
    return sock


def _port(sock: socket.socket) -> int:
    number: int = sock.getsockname()[1]
    return number
