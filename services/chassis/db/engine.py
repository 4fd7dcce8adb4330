"""The engine of a process: pooled, with a time limit on every wait."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from services.chassis import clock
from services.chassis.settings import settings

RESTED_SECONDS = 1.0


@lru_cache(maxsize=1)
def engine() -> Engine:
    """One pool a process; connecting waits at most 3 s. The connection used last is lent first.

    No statement here is long enough for a compiler (`jit`) to pay.
    """
    made = create_engine(
        settings().database_url,
        pool_size=settings().workers + settings().handlers,
        max_overflow=8,
        pool_timeout=3,
        pool_use_lifo=True,
        connect_args={
            "connect_timeout": 3,
            "application_name": settings().service,
            "options": "-c lock_timeout=4000 -c statement_timeout=10000 -c jit=off",
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 3,
        },
        hide_parameters=True,
    )
    event.listen(made, "checkin", _note_use)
    event.listen(made, "checkout", partial(_ensure_alive, made))
    return made


def _note_use(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info["used_at"] = clock.monotonic()


def _ensure_alive(made: Engine, connection: Any, record: ConnectionPoolEntry, _lent: Any) -> None:
    """Ask one that has rested whether it lives: asking each time was every sixth statement.

    A database that goes away is gone for longer than the rest; what it takes along in that moment
    is answered as any loss of it. Raises InvalidatePoolError: all that are as old are given up.
    """
    if clock.monotonic() - record.info.get("used_at", clock.monotonic()) < RESTED_SECONDS:
        return
    try:
        made.dialect.do_ping(connection)
    except made.dialect.loaded_dbapi.Error:
        raise InvalidatePoolError from None


@lru_cache(maxsize=1)
def sessions() -> sessionmaker[Session]:
    """Sessions that never expire what they loaded: views are built before the commit."""
    return sessionmaker(engine(), expire_on_commit=False, autoflush=True)
