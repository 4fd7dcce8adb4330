"""Named kill points for the proofs: the process dies exactly there, once.

Honoured only with sandbox settings; in production the call is a comparison with an empty string.
"""

import os
import signal
from pathlib import Path

from services.chassis.settings import settings


def point(name: str) -> None:
    """Die here (SIGKILL) when the sandbox asks for it in `FAULT_POINT=name:flag_file`.

    The flag file is removed first, so the restarted process passes the same point alive.
    """
    wanted, _, flag = settings().fault_point.partition(":")
    if wanted != name or settings().environment != "sandbox":
        return
    try:
        Path(flag).unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
