"""Naming of constraints and the column types every service shares."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import DateTime, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
COLUMN_TYPES: dict[Any, Any] = {
    datetime: DateTime(timezone=True),
    dict[str, Any]: JSONB,
    list[Any]: JSONB,
}
SortedId = Annotated[str, mapped_column(Text(collation="C"))]
"""An id that is listed by age: compared as bytes, since Norwegian sorts "aa" after "z"."""


class Base(DeclarativeBase):
    """The chassis's own tables, present in each service's database.

    A service makes its own base, so that two services' tables never meet in one process:
    `class Base(DeclarativeBase): metadata = new_metadata(); type_annotation_map = COLUMN_TYPES`.
    """

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = COLUMN_TYPES


def new_metadata() -> MetaData:
    """Metadata with the house's names for constraints."""
    return MetaData(naming_convention=NAMES)
