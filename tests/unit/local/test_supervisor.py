"""What dies is started again, what is stopped stays down, and nothing outlives the supervisor."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from deploy.local.child import Launch
from deploy.local.control import Control, Refused
from deploy.local.control_server import ControlServer
from deploy.local.failure import CannotStart
from deploy.local.logs import Console
from deploy.local.paths import DataFolder
from deploy.local.supervisor import Supervisor

FOR_EVER = "import signal; print('alive', flush=True); signal.pause()"
TELLS_ITS_KILL_POINT = (
    "import os, signal; print('point', os.environ.get('FAULT_POINT'), flush=True); signal.pause()"
)
DEAF = """
import signal
signal.signal(15, signal.SIG_IGN)
print("alive", flush=True)
while True:
    signal.pause()
"""
WITH_HELPER = (
    "import subprocess, signal\n"
    "helper = subprocess.Popen(['sleep', '1000'])\n"
    "print(helper.pid, flush=True); signal.pause()"
)

Story = Callable[[Supervisor], Awaitable[None]]


def launch(code: str, *, name: str = "child", grace: float = 10.0) -> Launch:
    environment = {"PATH": os.environ["PATH"]}
    return Launch(name, (sys.executable, "-c", code), environment, grace=grace)


@pytest.fixture
def supervise(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], None]:
    """Runs a story with a supervisor, and closes it whatever happened."""
    monkeypatch.setattr("deploy.local.child.FIRST_WAIT", 0.01)

    async def with_supervisor(story: Story) -> None:
        supervisor = Supervisor(data.logs, Console(silent=True))
        try:
            async with asyncio.timeout(30), ControlServer(supervisor).listening(data):
                await story(supervisor)
        finally:
            await supervisor.close(())

    return lambda story: asyncio.run(with_supervisor(story))


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.01)


async def said(data: DataFolder, words: str) -> None:
    log = data.logs / "child.log"
    await until(lambda: log.exists() and words in log.read_text())


def lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_what_dies_is_started_again(supervise: Callable[[Story], None], data: DataFolder) -> None:
    async def story(supervisor: Supervisor) -> None:
        child = await supervisor.run(launch(FOR_EVER))
        first = child.pid
        await asyncio.to_thread(Control(data.root).kill, "child")
        await until(lambda: child.pid is not None)
        assert child.pid != first
        assert child.restarts == 1

    supervise(story)


def test_what_is_stopped_stays_down_until_started(
    supervise: Callable[[Story], None], data: DataFolder
) -> None:
    async def story(supervisor: Supervisor) -> None:
        control = Control(data.root)
        child = await supervisor.run(launch(FOR_EVER))
        await said(data, "alive")
        await asyncio.to_thread(control.stop, "child")
        (status,) = await asyncio.to_thread(control.status)
        assert (status.pid, status.wanted, status.restarts) == (None, False, 0)
        with pytest.raises(Refused, match="not running"):
            await asyncio.to_thread(control.kill, "child")
        await asyncio.to_thread(control.start, "child")
        assert child.pid is not None

    supervise(story)


def test_a_kill_point_lasts_one_life(supervise: Callable[[Story], None], data: DataFolder) -> None:

    async def story(supervisor: Supervisor) -> None:
        control = Control(data.root)
        await supervisor.run(launch(TELLS_ITS_KILL_POINT))
        await asyncio.to_thread(control.stop, "child")
        await asyncio.to_thread(control.start, "child", {"FAULT_POINT": "after-commit"})
        await said(data, "point after-commit")
        (data.logs / "child.log").unlink()
        await asyncio.to_thread(control.kill, "child")
        await said(data, "point None")

    supervise(story)


def test_who_does_not_listen_is_killed(
    supervise: Callable[[Story], None], data: DataFolder
) -> None:
    async def story(supervisor: Supervisor) -> None:
        child = await supervisor.run(launch(DEAF, grace=0.1))
        await said(data, "alive")
        await child.stop()
        assert child.pid is None

    supervise(story)


def test_a_helper_does_not_outlive_its_process(
    supervise: Callable[[Story], None], data: DataFolder
) -> None:
    async def story(supervisor: Supervisor) -> None:
        child = await supervisor.run(launch(WITH_HELPER))
        await said(data, "\n")
        helper = int((data.logs / "child.log").read_text())
        assert lives(helper)
        await child.stop()
        await until(lambda: not lives(helper))

    supervise(story)


def test_stopping_between_two_lives_ends_the_waiting(
    supervise: Callable[[Story], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.local.child.FIRST_WAIT", 1000.0)

    async def story(supervisor: Supervisor) -> None:
        child = await supervisor.run(launch("pass"))
        await until(lambda: child.pid is None)
        await child.stop()
        assert not child.wanted

    supervise(story)


def test_a_process_that_keeps_dying_is_given_up_at_the_start(
    supervise: Callable[[Story], None],
) -> None:
    async def never() -> bool:
        return False

    async def story(supervisor: Supervisor) -> None:
        dying = launch("raise SystemExit('no such table')")
        with pytest.raises(CannotStart, match=r"(?s)keeps ending by itself.*no such table"):
            await supervisor.run_ready(
                Launch(dying.name, dying.command, dying.environment, ready=never), within=30
            )

    supervise(story)


def test_a_failed_task_tells_its_last_words(supervise: Callable[[Story], None]) -> None:
    async def story(supervisor: Supervisor) -> None:
        await supervisor.run_task(launch("pass"), within=30)
        with pytest.raises(CannotStart, match=r"(?s)failed \(status 1\).*no such table"):
            await supervisor.run_task(launch("raise SystemExit('no such table')"), within=30)
        with pytest.raises(CannotStart, match="did not end within"):
            await supervisor.run_task(launch(FOR_EVER), within=0.3)

    supervise(story)


def test_an_unknown_process_is_refused(
    supervise: Callable[[Story], None], data: DataFolder
) -> None:
    async def story(_: Supervisor) -> None:
        with pytest.raises(Refused, match="no process called kases"):
            await asyncio.to_thread(Control(data.root).stop, "kases")

    supervise(story)


def test_nothing_answers_where_nothing_runs(data: DataFolder) -> None:
    with pytest.raises(ConnectionError, match="nothing is running"):
        Control(data.root).status()


def test_the_control_socket_works_however_deep_the_folder_lies(
    tmp_path: Path, supervise: Callable[[Story], None]
) -> None:
    deep = DataFolder(tmp_path / ("d" * 120))
    deep.create()

    async def story(supervisor: Supervisor) -> None:
        async with ControlServer(supervisor).listening(deep):
            assert await asyncio.to_thread(Control(deep.root).status) == []

    supervise(story)
