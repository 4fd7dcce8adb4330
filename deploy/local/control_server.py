"""The supervisor's side of the control socket."""

import asyncio
import contextlib
import json
import os
import socket
from collections.abc import AsyncIterator
from typing import Any

from deploy.local.child import Child
from deploy.local.control import short_path
from deploy.local.paths import DataFolder
from deploy.local.supervisor import LOOK_AGAIN, Supervisor


class ControlServer:
    """Carries out one command per line, for whoever may open the socket (mode 0600: ourselves)."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor

    @contextlib.asynccontextmanager
    async def listening(self, data: DataFolder) -> AsyncIterator[None]:
        """Listen while inside."""
        data.control.unlink(missing_ok=True)
        server = socket.socket(socket.AF_UNIX)
        folder, path = short_path(data)
        try:
            server.bind(path)
        finally:
            os.close(folder)
        data.control.chmod(0o600)
        async with await asyncio.start_unix_server(self._serve, sock=server):
            yield
        data.control.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while line := await reader.readline():
                try:
                    answer = await self._obey(json.loads(line))
                except Exception as failure:
                    answer = {"refused": f"{type(failure).__name__}: {failure}"}
                writer.write(json.dumps(answer).encode() + b"\n")
                await writer.drain()
        writer.close()

    async def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        if order["command"] == "status":
            return {"children": self._supervisor.status_rows()}
        child = self._supervisor.children.get(order["name"])
        if child is None:
            return {"refused": f"there is no process called {order['name']}"}
        match order["command"]:
            case "stop":
                await child.stop()
            case "start":
                await child.start(order.get("environment"))
            case "kill":
                if not await child.kill():
                    return {"refused": f"{child.name} is not running"}
            case "wait_ready":
                return await self._wait_ready(child, float(order["within"]))
            case unknown:
                return {"refused": f"there is no command called {unknown}"}
        return {}

    async def _wait_ready(self, child: Child, within: float) -> dict[str, Any]:
        if child.launch.ready is None:
            return {"refused": f"{child.name} has no readiness check"}
        try:
            async with asyncio.timeout(within):
                while child.pid is None or not await child.launch.ready():
                    await asyncio.sleep(LOOK_AGAIN)
        except TimeoutError:
            return {"refused": f"{child.name} was not ready within {within:.0f} s"}
        return {}
