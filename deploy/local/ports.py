"""Ports on loopback: the two a person types are fixed, the rest are picked free and remembered."""

import json
import random
import socket
from collections.abc import Callable, Iterable

from deploy.local.failure import CannotStart
from deploy.local.paths import DataFolder, write_private

# Below the range from which Linux takes ports for outgoing connections, so that a remembered one
# stays free.
PICKED_FROM = range(20000, 32000)


def is_free(port: int) -> bool:
    """True when nothing listens there.

    SO_REUSEADDR: connections that are only closing do not count.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def require_free(port: int, setting: str) -> None:
    """Refuse early and by name; a server's own words about its busy port come late and from the
    middle of a log.
    """
    if not is_free(port):
        raise CannotStart(
            f"Port {port} is in use by another program: stop it, or choose with {setting}=<port>."
        )


def assign(
    names: Iterable[str],
    remembered: dict[str, int],
    fixed: Iterable[int],
    free: Callable[[int], bool] = is_free,
) -> dict[str, int]:
    """One port per name: the remembered one while it is free, else a new one, none twice."""
    taken = set(fixed)
    assigned: dict[str, int] = {}
    for name in names:
        port = remembered.get(name)
        while port is None or port in taken or not free(port):
            port = random.choice(PICKED_FROM)  # noqa: S311 - a free port is no secret
        taken.add(port)
        assigned[name] = port
    return assigned


def assign_in(data: DataFolder, names: Iterable[str], fixed: Iterable[int]) -> dict[str, int]:
    """Assign, and remember in the data folder."""
    remembered = json.loads(data.ports.read_text()) if data.ports.exists() else {}
    assigned = assign(names, remembered, fixed)
    write_private(data.ports, json.dumps(assigned, indent=2))
    return assigned
