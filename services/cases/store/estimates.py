"""What PostgreSQL expects of a query before it is run."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session


def rows_expected(session: Session, query: Select[Any]) -> int:
    """How many rows it should find, by the statistics of the columns; nothing is read for it."""
    connection = session.connection()
    asked = query.compile(dialect=connection.dialect)
    plan = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked}", asked.params).scalar_one()
    return int(plan[0]["Plan"]["Plan Rows"])
