"""`make up`: run the whole portal in the foreground until Ctrl-C."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from deploy.local.bring_up import BringUp, plain_failures
from deploy.local.control_server import ControlServer
from deploy.local.description import describe
from deploy.local.failure import CannotStart
from deploy.local.keys import ensure_keys
from deploy.local.logs import Console
from deploy.local.paths import DataFolder, write_private
from deploy.local.ports import assign_in, require_free
from deploy.local.processes import BY_NAME, SERVERS
from deploy.local.ready_block import ready_block
from deploy.local.running import only_one
from deploy.local.secret_store import open_secrets
from deploy.local.settings import INTERNAL_PORTS, Instance, every_environment
from deploy.local.supervisor import Supervisor

# Stopped last, in this order: the port mapper only when the node no longer needs it.
STOP_LAST = ("rabbitmq", "postgres", "epmd")


@dataclass(frozen=True)
class Options:
    """What was asked for. `silent`: logs go to files as JSON and nothing is printed (test bed)."""

    data: DataFolder
    port: int
    sandbox_port: int
    only: tuple[str, ...] = ()
    silent: bool = False
    seed: bool = True

    def check(self) -> None:
        """Refuse what cannot be meant."""
        strangers = [name for name in self.only if name not in BY_NAME and name not in SERVERS]
        if strangers:
            raise CannotStart(
                f"There is no process called {strangers[0]};"
                f" there are {', '.join([*SERVERS, *BY_NAME])}."
            )
        if self.port == self.sandbox_port:
            raise CannotStart("PORT and SANDBOX_PORT must differ.")


def open_instance(options: Options) -> Instance:
    """Read or make all that the instance remembers, and write down every process's environment."""
    options.data.create()
    if not options.only or "gateway" in options.only:
        require_free(options.port, "PORT")
    if not options.only or "sandbox" in options.only:
        require_free(options.sandbox_port, "SANDBOX_PORT")
    ensure_keys(options.data)
    instance = Instance(
        data=options.data,
        port=options.port,
        sandbox_port=options.sandbox_port,
        ports=assign_in(options.data, INTERNAL_PORTS, (options.port, options.sandbox_port)),
        secrets=open_secrets(options.data),
        broker=os.environ.get("AMQP_URI"),
        log_format="json" if options.silent else "pretty",
    )
    describe(instance).write(options.data.description)
    write_private(options.data.environment, json.dumps(every_environment(instance), indent=2))
    return instance


def up(options: Options) -> None:
    """Run until a signal; refuses with CannotStart, and then nothing is left running."""
    options.check()
    options.data.create()
    with only_one(options.data), asyncio.Runner() as runner:
        runner.run(_run(options, Console(silent=options.silent)))


async def _run(options: Options, console: Console) -> None:
    began = time.monotonic()
    instance = open_instance(options)
    supervisor = Supervisor(options.data.logs, console)
    asked_to_stop = _on_signals(supervisor, console)
    ready = options.data.ready
    ready.unlink(missing_ok=True)
    try:
        async with ControlServer(supervisor).listening(options.data):
            bring_up = BringUp(instance, supervisor, console, options.only)
            if await _unless(asked_to_stop, bring_up.everything(seed=options.seed)):
                write_private(ready, f"{time.monotonic() - began:.1f}\n")
                console.block(ready_block(instance, bring_up.processes, time.monotonic() - began))
                await asked_to_stop.wait()
    finally:
        ready.unlink(missing_ok=True)
        await supervisor.close(STOP_LAST)
        console.say("stopped")


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work, unless told to stop first; True when it was done."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        with plain_failures():
            working.result()
        return True
    working.cancel()
    await asyncio.wait({working})
    return False


def _on_signals(supervisor: Supervisor, console: Console) -> asyncio.Event:
    """The first signal stops in order, the second at once."""
    stop = asyncio.Event()

    def asked() -> None:
        if stop.is_set():
            supervisor.kill_all()
            return
        console.say("stopping; once more kills at once")
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked)
    return stop
