"""Counting what an operation asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from services.chassis.db.engine import engine


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that ran."""
    ran: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        ran.append(statement)

    event.listen(engine(), "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(engine(), "before_cursor_execute", note)
