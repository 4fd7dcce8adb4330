"""What a person has set up for their own overview."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.model.base import Base
from services.chassis.db.base import SortedId


class CaseSeen(Base):
    """When somebody last looked at a case."""

    __tablename__ = "case_seen"

    person_id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class SavedView(Base):
    """Filters somebody has given a name, at one utility and portal; nobody else sees them."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("utility", "portal", "person_id", "name"),)

    id: Mapped[SortedId] = mapped_column(primary_key=True)
    utility: Mapped[str]
    portal: Mapped[str]
    person_id: Mapped[str]
    name: Mapped[str]
    filters: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
