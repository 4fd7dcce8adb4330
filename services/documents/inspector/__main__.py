"""`python -m services.documents.inspector`: inspect files and write letters until told to stop."""

from __future__ import annotations

import signal
import threading

from services.chassis import health
from services.chassis.logging import logger, set_up
from services.chassis.settings import settings
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.inspector.loop import Loop
from services.documents.inspector.waiting import count_waiting, ensure_database
from services.documents.inspector.write_letters import write_next_letter
from services.documents.settings import documents_settings
from services.documents.store.files import objects

log = logger(__name__)
LOOK_SECONDS = 0.3
COUNT_SECONDS = 5.0


def main() -> None:
    """Several threads: a film of 2 GiB does not keep a letter waiting."""
    set_up("documents-inspector")
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    files = [
        Loop(f"files-{n}", LOOK_SECONDS, inspect_next_file, stopping)
        for n in range(documents_settings().inspectors)
    ]
    letters = Loop("letters", LOOK_SECONDS, write_next_letter, stopping)
    loops = [*files, letters, Loop("count", COUNT_SECONDS, count_waiting, stopping)]
    checks = {"database": ensure_database, "objects": objects().ensure_reachable}
    health.serve(settings().metrics_port, {**checks, "letters": letters.ensure_alive})
    for loop in loops:
        loop.start()
    log.info("inspector_ready")
    stopping.wait()
    for loop in loops:
        loop.join()
    log.info("inspector_stopped")


if __name__ == "__main__":
    main()
