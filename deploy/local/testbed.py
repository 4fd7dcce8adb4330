"""A throw-away instance of the whole portal for tests, measurements and proofs.

    with Testbed() as bed:
        requests.get(bed.here.base_url)
        bed.here.control.kill("cases")

A program started with `bed.environment()` finds the same description with `Description.read()`.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from deploy.local.description import VARIABLE, Description
from deploy.local.failure import CannotStart
from deploy.local.homes import remove_moved
from deploy.local.paths import OTHERS_MAY_PASS, PYTHON, ROOT, DataFolder
from deploy.local.ports import assign

LONGEST_START = 240.0
LONGEST_STOP = 90.0
LOOK_AGAIN = 0.05


class Testbed:
    """Starts an instance in a fresh temporary folder on free ports, and removes all of it at the
    end.

    `only` names processes (default: what ONLY says, else all). KEEP=1 in the environment leaves the
    folder for a look at its logs.
    """

    # Not a class of tests, whatever its name suggests to pytest.
    __test__ = False

    def __init__(self, only: tuple[str, ...] = (), *, seed: bool = True) -> None:
        self._only = ",".join(only) or os.environ.get("ONLY", "")
        self._seed = seed
        self.data = DataFolder(Path(tempfile.mkdtemp(prefix="entreprenorportalen-")))
        # The database's own user walks through it.
        self.data.root.chmod(OTHERS_MAY_PASS)
        self._supervisor: subprocess.Popen[str] | None = None

    @property
    def here(self) -> Description:
        """Where everything is."""
        return Description.read_from(self.data.description)

    def environment(self) -> dict[str, str]:
        """This process's environment and the path of the description."""
        return {**os.environ, VARIABLE: str(self.data.description)}

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def _start(self) -> None:
        ports = assign(("port", "sandbox"), {}, ())
        command = [str(PYTHON), "-m", "deploy.local", "up", "--silent"]
        self._supervisor = subprocess.Popen(
            # The kernel asks the supervisor to stop if we are killed, and it stops the rest.
            [
                "setpriv",
                "--pdeathsig",
                "SIGTERM",
                "--",
                *command,
                *([] if self._seed else ["--no-seed"]),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "DATA": str(self.data.root),
                "PORT": str(ports["port"]),
                "SANDBOX_PORT": str(ports["sandbox"]),
                "ONLY": self._only,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            # Ctrl-C reaches only us; we stop it when the tests have ended.
            start_new_session=True,
        )
        deadline = time.monotonic() + LONGEST_START
        while not self.data.ready.exists():
            if self._supervisor.poll() is not None:
                raise CannotStart(
                    f"The test bed could not start. {(self._supervisor.communicate()[1]).strip()}"
                )
            if time.monotonic() > deadline:
                raise CannotStart(f"The test bed was not ready within {LONGEST_START:.0f} s.")
            time.sleep(LOOK_AGAIN)

    def _end(self) -> None:
        if self._supervisor is not None and self._supervisor.poll() is None:
            self._supervisor.send_signal(signal.SIGTERM)
            try:
                self._supervisor.wait(LONGEST_STOP)
            except subprocess.TimeoutExpired:
                self._supervisor.send_signal(signal.SIGTERM)
                self._supervisor.wait()
        if self._supervisor is not None and self._supervisor.stderr is not None:
            self._supervisor.stderr.close()
        if "KEEP" not in os.environ:
            remove_moved(self.data)
            shutil.rmtree(self.data.root, ignore_errors=True)
