"""One supervised process: started, its output passed on, restarted when it dies, stopped when
asked.
"""

import asyncio
import contextlib
import os
import pwd
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.logs import Console, open_log
from deploy.local.paths import ROOT
from deploy.local.probes import Probe

FIRST_WAIT = 0.2
LONGEST_WAIT = 5.0
HEALTHY_AFTER = 10.0
LINE_LIMIT = 256 * 1024


@dataclass(frozen=True)
class Launch:
    """How to start a process and how to know that it works.

    `quiet`: its output goes to the log file only. `grace`: seconds between asking it to stop and
    killing it.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    ready: Probe | None = None
    port: int | None = None
    user: str | None = None
    folder: Path = ROOT
    stop_signal: signal.Signals = signal.SIGTERM
    grace: float = 30.0
    quiet: bool = False


@dataclass
class Child:
    """A launched process and its history."""

    launch: Launch
    logs: Path
    console: Console
    process: asyncio.subprocess.Process | None = None
    restarts: int = 0
    wanted: bool = False
    added: dict[str, str] = field(default_factory=dict)
    _keeper: asyncio.Task[None] | None = None
    _readers: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.launch.name

    @property
    def log_file(self) -> Path:
        return self.logs / f"{self.name}.log"

    @property
    def pid(self) -> int | None:
        """The living process, None between two lives."""
        return (
            self.process.pid
            if self.process is not None and self.process.returncode is None
            else None
        )

    async def start(self, added: dict[str, str] | None = None) -> None:
        """Start and keep running; `added` environment is for this one life."""
        if self._keeper is not None and not self._keeper.done():
            return
        self.added = added or {}
        self.wanted = True
        process = await self.spawn()
        self._keeper = asyncio.create_task(self._keep(process), name=self.name)

    async def stop(self) -> None:
        """Ask it to end, insist after the grace time; it stays down until started."""
        self.wanted = False
        if self.process is not None and self.pid is not None:
            await self._end(self.process)
        elif self._keeper is not None:
            # Between two lives. A process born in this very moment is killed by the cancellation.
            self._keeper.cancel()
        if self._keeper is not None:
            await asyncio.wait([self._keeper])
        if self._readers:
            await asyncio.wait(self._readers, timeout=2)

    async def kill(self) -> bool:
        """End this life as a crash would, and wait for its end; False when there is none."""
        if self.process is None or self.pid is None:
            return False
        process = self.process
        self.signal(signal.SIGKILL)
        await process.wait()
        return True

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        self.signal(self.launch.stop_signal)
        try:
            async with asyncio.timeout(self.launch.grace):
                await process.wait()
        except TimeoutError:
            self.console.say(f"{self.name} did not stop in {self.launch.grace:.0f} s: killed")
            self.signal(signal.SIGKILL)
            await process.wait()
        # A helper that outlived it in its session goes too.
        _kill_group(process.pid)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the living process, if there is one."""
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill_at_once(self) -> None:
        """End it and its helpers without waiting."""
        self.wanted = False
        if self.pid is not None:
            _kill_group(self.pid)

    async def run_once(self) -> int:
        """Run to its end and give back the exit status; for tasks such as a migration."""
        process = await self.spawn()
        try:
            status = await process.wait()
        except asyncio.CancelledError:
            await self.stop()
            raise
        if self._readers:
            await asyncio.wait(self._readers, timeout=2)
        return status

    async def spawn(self) -> asyncio.subprocess.Process:
        """Start one life, in a session of its own: Ctrl-C at the terminal reaches the supervisor
        alone.

        `setpriv` lets the kernel end the child when the supervisor itself is killed, so that
        nothing is left running.
        """
        user = self.launch.user
        log = open_log(self.log_file)
        passed_on = not (self.launch.quiet or self.console.silent)
        try:
            process = await asyncio.create_subprocess_exec(
                "setpriv",
                "--pdeathsig",
                self.launch.stop_signal.name,
                "--",
                *self.launch.command,
                cwd=self.launch.folder,
                env={**self.launch.environment, **self.added},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE if passed_on else log,
                stderr=asyncio.subprocess.STDOUT,
                limit=LINE_LIMIT,
                start_new_session=True,
                user=user,
                group=pwd.getpwnam(user).pw_gid if user else None,
                extra_groups=[] if user else None,
            )
        except BaseException:
            os.close(log)
            raise
        self.process = process
        if process.stdout is not None:
            reader = asyncio.create_task(self._pass_on(process.stdout, log))
            self._readers.add(reader)
            reader.add_done_callback(self._readers.discard)
        else:
            os.close(log)
        return process

    async def _keep(self, process: asyncio.subprocess.Process) -> None:
        """Restart on every unwished end, more slowly the oftener it happens."""
        wait = FIRST_WAIT
        while True:
            born = time.monotonic()
            status = await process.wait()
            if not self.wanted:
                return
            if time.monotonic() - born >= HEALTHY_AFTER:
                wait = FIRST_WAIT
            self.console.say(
                f"{self.name} ended by itself ({describe(status)}); starting again in {wait:.1f} s"
            )
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
            if not self.wanted:
                return
            self.added = {}
            process = await self.spawn()
            self.restarts += 1

    async def _pass_on(self, stream: asyncio.StreamReader, log: int) -> None:
        """Copy lines to the log file and the console until the process closes its end."""
        try:
            while True:
                try:
                    line = await stream.readline()
                except ValueError:
                    line = b"(a line longer than 256 kB was cut)\n"
                if not line:
                    return
                os.write(log, line)
                self.console.line(self.name, line.decode(errors="replace").rstrip("\n"))
        finally:
            os.close(log)


def _kill_group(leader: int) -> None:
    """Kill what is left of a session that we began; the leader's number is the group's."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def describe(status: int) -> str:
    """An exit status as a person would say it."""
    return f"killed by {signal.Signals(-status).name}" if status < 0 else f"status {status}"
