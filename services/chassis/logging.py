"""Structured logs: one line an event, with the request id that runs through everything."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog

from services.chassis.settings import settings


def set_up(process: str) -> None:
    """Route structlog and the standard library to one line format on standard output."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=False)
        if settings().log_format == "pretty"
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for noisy in ("nameko", "twilio", "urllib3", "httpx", "alembic", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # pika's warning about a returned message quotes the start of its body
    logging.getLogger("pika.adapters.blocking_connection").setLevel(logging.ERROR)
    # pika tells each lost connection seven times over; whoever uses it tells it once.
    logging.getLogger("pika").setLevel(logging.CRITICAL)
    structlog.contextvars.bind_contextvars(process=process)


def logger(name: str) -> Any:
    """A logger; call it with an event name and facts, never with a person's input."""
    return structlog.get_logger(name)


@contextmanager
def traced(trace: str, **facts: Any) -> Iterator[None]:
    """Bind the request id (and facts) to every line logged inside."""
    with structlog.contextvars.bound_contextvars(trace=trace, **facts):
        yield
