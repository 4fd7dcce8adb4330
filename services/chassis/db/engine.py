"""The engine of a process: pooled, with a time limit on every wait."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session, sessionmaker

from services.chassis.settings import settings


@lru_cache(maxsize=1)
def engine() -> Engine:
    """One pool a process; connecting waits at most 3 s.

    No statement here is long enough for a compiler (`jit`) to pay.
    """
    return create_engine(
        settings().database_url,
        pool_size=settings().workers + settings().handlers,
        max_overflow=8,
        pool_timeout=3,
        pool_pre_ping=True,
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


@lru_cache(maxsize=1)
def sessions() -> sessionmaker[Session]:
    """Sessions that never expire what they loaded: views are built before the commit."""
    return sessionmaker(engine(), expire_on_commit=False, autoflush=True)
