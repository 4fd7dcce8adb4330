"""`python -m services.chassis.relay cases`: one active relay per database, a standby waits."""

from __future__ import annotations

import signal
import sys
import threading

from services.chassis import health
from services.chassis.logging import set_up
from services.chassis.relay.relay import Relay
from services.chassis.settings import settings


def main(service: str) -> None:
    """Run until told to stop; what is not confirmed stays in the table."""
    set_up(f"{service}-relay")
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    relay = Relay(service, settings().database_url, settings().amqp_uri, stopping)
    health.serve(settings().metrics_port, {"relay": relay.ensure_healthy})
    relay.run()


if __name__ == "__main__":
    main(sys.argv[1])
