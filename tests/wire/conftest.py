"""The probe, running for real: a service process and a relay, on a database of their own."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import pika
import pytest
import requests
from pydantic import BaseModel
from sqlalchemy import create_engine, text

from deploy.local.description import Description
from deploy.local.ports import assign
from gateway.rpc import Services
from services.chassis.messages import Actor, Request
from services.chassis.tokens import TokenSigner
from services.chassis.transport import declare, topology
from tests.support.databases import fresh_database
from tests.support.waiting import until
from tests.wire.services.probe.contract.events import NoteWritten
from tests.wire.services.probe.operations import TABLES

Reply = TypeVar("Reply", bound=BaseModel)
ROOT = Path(__file__).parents[2]


class Probe:
    """The probe's processes, and calls to it."""

    def __init__(self, bed: Description, url: str) -> None:
        self.bed = bed
        self.url = url
        self.database = create_engine(url, pool_pre_ping=True)
        every = json.loads(Path(bed.environment_file).read_text())
        ports = assign(("service", "relay"), {}, ())
        self._ports = ports
        self._environment = {
            **every["cases"],
            "SERVICE": "probe",
            "DATABASE_URL": url,
            "AMQP_URI": bed.amqp_admin,
            "LOG_FORMAT": "json",
        }
        self._signer = TokenSigner(every["identity"]["TOKEN_PRIVATE_KEYS"])
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._log = Path(bed.data_dir) / "logs" / f"probe-{os.getpid()}.log"

    def start(self, name: str, **extra: str) -> None:
        """`service` or `relay`; back when it is ready."""
        self.launch(name, **extra)
        until(lambda: self._answers(name), within=30, what=f"probe {name} ready")

    def launch(self, name: str, **extra: str) -> None:
        """Start it and do not wait."""
        module = {
            "service": ["services.chassis.transport.run", "tests.wire.services.probe.service"],
            "relay": ["services.chassis.relay", "probe"],
        }[name]
        port = str(self._ports[name])
        with self._log.open("ab") as log:
            self._running[name] = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT,
                env={**self._environment, "METRICS_PORT": port, **extra},
                stdout=log,
                stderr=log,
            )

    def _answers(self, name: str) -> bool:
        if self._running[name].poll() is not None:
            raise AssertionError(f"probe {name} ended: {self._log.read_text()[-3000:]}")
        try:
            url = f"http://127.0.0.1:{self._ports[name]}/readyz"
            return requests.get(url, timeout=2).status_code == 200
        except requests.ConnectionError:
            return False

    def kill(self, name: str) -> None:
        """SIGKILL."""
        self._running[name].kill()
        self._running.pop(name).wait()

    def has_died(self, name: str) -> bool:
        """It ended by itself."""
        return self._running[name].poll() is not None

    def stop(self) -> None:
        """All of it."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            process.wait(40)
        self._running.clear()
        self.database.dispose()

    def token(self, audience: Any, **claims: Any) -> str:
        """A signed caller."""
        return self._signer.sign(Actor(audience=audience, user_id="u1", name="Probe", **claims))

    def call(self, request: Request[Reply], *, token: str = "", key: str | None = None) -> Reply:
        """One call through the gateway's client."""

        async def once() -> Reply:
            services = Services(self.bed.amqp_admin)
            await services.start()
            try:
                used = uuid4().hex if key is None else key
                return await services.call(request, token=token, key=used, trace="wire")
            finally:
                await services.stop()

        return asyncio.run(once())

    def sql(self, statement: str, **values: Any) -> list[Any]:
        """Look into its tables."""
        with self.database.begin() as connection:
            result = connection.execute(text(statement), values)
            return list(result) if result.returns_rows else []

    def log(self) -> str:
        """Everything its processes said."""
        return self._log.read_text()


@contextmanager
def running_probe(bed: Description) -> Iterator[Probe]:
    """Both of the probe's processes, running on these servers."""
    with pika.BlockingConnection(pika.URLParameters(bed.amqp_admin)) as connection:
        channel = connection.channel()
        channel.exchange_declare(topology.RPC_EXCHANGE, "topic", durable=True)
        for service in (*topology.SERVICES, "probe"):
            declare.declare_exchanges(channel, service)
        declare.declare_queues(channel, "probe", [NoteWritten])
        for queue in (topology.rpc_queue, topology.inbox_queue, topology.dead_queue):
            channel.queue_purge(queue("probe"))
    with fresh_database(bed.superuser_url, "probe", "wire_probe") as url:
        running = Probe(bed, url)
        running.sql(TABLES)
        try:
            running.start("service")
            running.start("relay")
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="module")
def probe(bed: Description) -> Iterator[Probe]:
    """The probe on the servers of the whole suite."""
    with running_probe(bed) as running:
        yield running
