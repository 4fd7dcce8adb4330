"""`python -m services.chassis.transport.run cases`: run one service until told to stop."""

from __future__ import annotations

import warnings

warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")  # decision 0001

import eventlet  # noqa: E402 - the filter comes first

eventlet.monkey_patch()

import importlib  # noqa: E402 - patched before anything else is imported
import signal  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

from eventlet import tpool  # noqa: E402
from eventlet.semaphore import Semaphore  # noqa: E402
from nameko.runners import ServiceRunner  # noqa: E402
from sqlalchemy import func, select, text  # noqa: E402

from services.chassis import health, offload  # noqa: E402
from services.chassis.db.engine import engine, sessions  # noqa: E402
from services.chassis.db.inbox import park_spent  # noqa: E402
from services.chassis.db.tables import Inbox  # noqa: E402
from services.chassis.db.tidying import tidy  # noqa: E402
from services.chassis.db.transaction import begin  # noqa: E402
from services.chassis.logging import logger, set_up  # noqa: E402
from services.chassis.messages import Actor  # noqa: E402
from services.chassis.metrics import INBOX_PARKED, INBOX_WAITING  # noqa: E402
from services.chassis.settings import settings  # noqa: E402
from services.chassis.transport.loops import Loop  # noqa: E402
from services.chassis.transport.raw_consumer import ensure_consuming  # noqa: E402
from services.chassis.transport.specs import StartSpec, declared, service_class  # noqa: E402

log = logger(__name__)
HEARTBEAT_SECONDS = 10
TRANSPORT = {"max_retries": 3, "interval_start": 0.2, "interval_step": 0.5, "interval_max": 2}


def _database() -> None:
    with engine().connect() as connection:
        connection.execute(text("SELECT 1"))


def _keep_house() -> int:
    """Park what killed its process every time, and tell how much waits."""
    with begin(Actor.system(settings().service)) as work:
        parked = park_spent(work.session, work.now)
    with sessions()() as session:
        waiting = select(func.count()).where(Inbox.handled_at.is_(None), Inbox.parked_at.is_(None))
        INBOX_WAITING.set(session.scalar(waiting) or 0)
        standing = select(func.count()).where(
            Inbox.handled_at.is_(None), Inbox.parked_at.is_not(None)
        )
        INBOX_PARKED.set(session.scalar(standing) or 0)
    if parked:
        log.warning("events_parked_after_deaths", count=parked)
    return 0


def _prepare(table_of_contents: type, service: str) -> None:
    """What the service wants done first; a failure ends the process before it takes a call."""
    for spec in declared(table_of_contents, StartSpec):
        with begin(Actor.system(service)) as work:
            spec.run(work)


def _tidy() -> int:
    with begin(Actor.system(settings().service)) as work:
        return tidy(work.session, work.now)


def main(named: str) -> None:
    """Start the service of that name (or in that module), and on SIGTERM finish what has begun."""
    module = importlib.import_module(named if "." in named else f"services.{named}.service")
    table_of_contents = service_class(module)
    service: str = table_of_contents.name  # type: ignore[attr-defined]  # nameko's convention
    set_up(service)
    offload.use(tpool.execute, Semaphore(offload.AT_ONCE))
    runner = ServiceRunner(
        {
            "AMQP_URI": settings().amqp_uri,
            "HEARTBEAT": HEARTBEAT_SECONDS,
            "TRANSPORT_OPTIONS": TRANSPORT,
            "max_workers": settings().workers,
        }
    )
    runner.add_service(table_of_contents)
    _prepare(table_of_contents, service)
    house = Loop("house", 5, _keep_house)
    tidying = Loop("tidying", 600, _tidy)

    def leave(_signal: int, _frame: Any) -> None:
        eventlet.spawn_n(house.stop)
        eventlet.spawn_n(tidying.stop)
        eventlet.spawn_n(runner.stop)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    health.serve(settings().metrics_port, {"database": _database, "broker": ensure_consuming})
    eventlet.spawn(house.run)
    eventlet.spawn(tidying.run)
    runner.start()
    log.info("service_ready", service=service)
    waiter = eventlet.spawn(runner.wait)
    while True:
        try:
            waiter.wait()
        except InterruptedError:
            continue
        break
    log.info("service_stopped", service=service)


if __name__ == "__main__":
    main(sys.argv[1])
