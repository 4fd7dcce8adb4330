"""Everything that must be installed before the portal can run. Standard library only."""

import os
import sys

from deploy.local import debian, frontend, venv
from deploy.local.paths import PYTHON, ROOT, VENV


def prepare(*, for_tests: bool) -> None:
    """Install what is missing; instant when nothing is.

    Ends by going on in `.venv` if we are not there yet.
    """
    debian.ensure(for_tests=for_tests)
    venv.ensure(for_tests=for_tests)
    frontend.ensure()
    if os.path.realpath(sys.prefix) != os.path.realpath(VENV):
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), "-m", "deploy.local", *sys.argv[1:]])  # noqa: S606 - the same command again
