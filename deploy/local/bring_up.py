"""From nothing to ready: servers first and side by side, then each process as soon as what it needs
is there.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Coroutine
from typing import Any

from deploy.local.child import Launch
from deploy.local.logs import Console
from deploy.local.paths import PYTHON, ROOT
from deploy.local.postgres_server import PostgresServer
from deploy.local.probes import http_ok, listening
from deploy.local.processes import PROCESSES, SEED, SERVERS, Process, selected
from deploy.local.rabbitmq_server import RabbitmqServer
from deploy.local.settings import Instance, environment
from deploy.local.supervisor import Supervisor

SERVER_READY_WITHIN = 90.0
READY_WITHIN = 90.0
SEEDED_WITHIN = 300.0
SEED_MODULE = ROOT / "deploy" / "local" / "seed.py"


class BringUp:
    """Starts what is selected of one instance. `only` names processes; empty means all."""

    def __init__(
        self, instance: Instance, supervisor: Supervisor, console: Console, only: tuple[str, ...]
    ) -> None:
        self.instance = instance
        self.supervisor = supervisor
        self.console = console
        self.processes = selected(only)
        needed = {need for process in self.processes for need in process.needs}
        self.servers = {name for name in SERVERS if not only or name in only or name in needed}
        self._done: dict[str, asyncio.Event] = {}

    async def everything(self, *, seed: bool) -> None:
        """Back when all is ready, demo data included."""
        work: dict[str, Coroutine[Any, Any, None]] = {}
        if "postgres" in self.servers:
            work["postgres"] = self._postgres()
        if "rabbitmq" in self.servers:
            work["rabbitmq"] = self._rabbitmq()
        for process in self.processes:
            work[process.name] = self._process(process)
        self._done = {name: asyncio.Event() for name in work}
        async with asyncio.TaskGroup() as group:
            for name, task in work.items():
                group.create_task(self._mark(name, task))
        if seed and len(self.processes) == len(PROCESSES):
            await self._seed()

    async def _mark(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        await work
        self._done[name].set()

    async def _postgres(self) -> None:
        server = PostgresServer(
            self.instance.data, self.instance.ports["postgres"], self.instance.secrets, self.console
        )
        await asyncio.to_thread(server.create)
        await self.supervisor.run_ready(server.launch(), SERVER_READY_WITHIN)
        await server.renew()

    async def _rabbitmq(self) -> None:
        """The private node; nothing to do when a broker was given from outside."""
        if self.instance.broker is not None:
            return
        server = RabbitmqServer(
            self.instance.data, self.instance.ports, self.instance.secrets, self.console
        )
        server.write_settings()
        await self.supervisor.run_ready(server.port_mapper(), SERVER_READY_WITHIN)
        await self.supervisor.run_ready(server.launch(), SERVER_READY_WITHIN)

    async def _process(self, process: Process) -> None:
        within = READY_WITHIN
        if process.early:
            within += SERVER_READY_WITHIN
        else:
            needs = (self._done[name].wait() for name in process.needs if name in self._done)
            await asyncio.gather(*needs)
        launch = launch_of(process, self.instance)
        if process.task:
            await self.supervisor.run_task(launch, within)
        else:
            await self.supervisor.run_ready(launch, within)

    async def _seed(self) -> None:
        """Demo data, once per data folder."""
        if not SEED_MODULE.exists() or self.instance.data.seeded.exists():
            return
        self.console.say("filling in demo data (once)")
        await self.supervisor.run_task(launch_of(SEED, self.instance), SEEDED_WITHIN)
        self.instance.data.seeded.touch()


def launch_of(process: Process, instance: Instance) -> Launch:
    """The table's row as something to start."""
    metrics = instance.metrics_port(process)
    main = {"PORT": instance.port, "SANDBOX_PORT": instance.sandbox_port}.get(
        process.main_port or "", metrics
    )
    ready = None
    if process.main_port == "SANDBOX_PORT":
        ready = listening(instance.sandbox_port)
    elif metrics is not None:
        ready = http_ok(metrics)
    return Launch(
        name=process.name,
        command=(str(PYTHON), *process.command),
        environment=environment(process, instance),
        ready=ready,
        port=main,
    )


def first_reason(failures: BaseException) -> BaseException:
    """The failure that started it: a task group wraps one in layers."""
    while isinstance(failures, BaseExceptionGroup):
        failures = failures.exceptions[0]
    return failures


@contextlib.contextmanager
def plain_failures() -> Any:
    """Turn a group of failures into the first of them."""
    try:
        yield
    except BaseExceptionGroup as group:
        raise first_reason(group) from group


def interpreter_is_ours() -> bool:
    """True inside `.venv`; comparing folders, because the interpreter itself is a link to the
    machine's.
    """
    return os.path.realpath(sys.prefix) == os.path.realpath(PYTHON.parents[1])
