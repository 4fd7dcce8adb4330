"""All processes of one instance: who they are, how they do, and the order in which they end."""

import asyncio
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local.child import Child, Launch
from deploy.local.failure import CannotStart
from deploy.local.logs import Console, last_lines
from deploy.local.probes import Probe

LOOK_AGAIN = 0.1
FRUITLESS_STARTS = 4


@dataclass(frozen=True)
class ChildStatus:
    """How one process does.

    `pid` is None while it is down; `wanted` is False after a deliberate stop.
    """

    name: str
    pid: int | None
    port: int | None
    restarts: int
    wanted: bool


class Supervisor:
    """Keeps the processes of an instance running until it is closed."""

    def __init__(self, logs: Path, console: Console) -> None:
        self.logs = logs
        self.console = console
        self.children: dict[str, Child] = {}

    async def run(self, launch: Launch) -> Child:
        """Start a process and keep it running from now on."""
        child = Child(launch, self.logs, self.console)
        self.children[launch.name] = child
        await child.start()
        return child

    async def run_ready(self, launch: Launch, within: float) -> None:
        """Start a process and wait until its probe says yes.

        Refuses with the end of its log when it keeps dying or takes longer than `within` seconds.
        """
        child = await self.run(launch)
        if launch.ready is None:
            return
        try:
            async with asyncio.timeout(within):
                await self._until(launch.ready, child)
        except TimeoutError:
            raise CannotStart(
                self._complaint(child, f"was not ready within {within:.0f} s")
            ) from None

    async def run_task(self, launch: Launch, within: float) -> None:
        """Run a process that does one thing and ends; anything but status 0 refuses."""
        task = Child(launch, self.logs, self.console)
        try:
            async with asyncio.timeout(within):
                status = await task.run_once()
        except TimeoutError:
            raise CannotStart(self._complaint(task, f"did not end within {within:.0f} s")) from None
        if status != 0:
            raise CannotStart(self._complaint(task, f"failed (status {status})"))

    def status(self) -> list[ChildStatus]:
        """Every process, in the order of start."""
        return [
            ChildStatus(child.name, child.pid, child.launch.port, child.restarts, child.wanted)
            for child in self.children.values()
        ]

    def status_rows(self) -> list[dict[str, object]]:
        """The same for the wire."""
        return [asdict(status) for status in self.status()]

    async def close(self, last: tuple[str, ...]) -> None:
        """Stop everything: first all who use a server, then the servers named in `last`, one after
        the other.
        """
        first = [child for name, child in self.children.items() if name not in last]
        await asyncio.gather(*(child.stop() for child in first))
        await asyncio.gather(
            *(self.children[name].stop() for name in last[:2] if name in self.children)
        )
        for name in last[2:]:
            if name in self.children:
                await self.children[name].stop()

    def kill_all(self) -> None:
        """Without further waiting; for the second Ctrl-C."""
        for child in self.children.values():
            child.kill_at_once()

    async def _until(self, ready: Probe, child: Child) -> None:
        while not await ready():
            if child.restarts >= FRUITLESS_STARTS:
                raise CannotStart(self._complaint(child, "keeps ending by itself"))
            await asyncio.sleep(LOOK_AGAIN)

    def _complaint(self, child: Child, what: str) -> str:
        return f"{child.name} {what}; the end of {child.log_file}:\n{last_lines(child.log_file)}"
