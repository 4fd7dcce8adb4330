"""What identity's own tables share."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase

from services.chassis.db.base import COLUMN_TYPES, new_metadata


class Base(DeclarativeBase):
    """The base of identity's own tables."""

    metadata = new_metadata()
    type_annotation_map = COLUMN_TYPES
