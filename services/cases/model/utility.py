"""What a utility has set up: published types, zones, numbers, freezes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.words import Switch, Texts
from services.cases.model.base import Base


class CaseNumber(Base):
    """The last number given per utility and year."""

    __tablename__ = "case_number"

    utility: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class Zone(Base):
    """Who handles an area."""

    __tablename__ = "zone"

    utility: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    default_caseworker_id: Mapped[str | None]


class ZoneArea(Base):
    """A range of cadastral units that belongs to a zone."""

    __tablename__ = "zone_area"

    utility: Mapped[str] = mapped_column(primary_key=True)
    kommunenr: Mapped[str] = mapped_column(primary_key=True)
    gnr_from: Mapped[int] = mapped_column(primary_key=True)
    gnr_to: Mapped[int] = mapped_column(primary_key=True)
    bnr_from: Mapped[int] = mapped_column(primary_key=True)
    bnr_to: Mapped[int] = mapped_column(primary_key=True)
    zone: Mapped[str]


class ZonePolygon(Base):
    """An outline of a zone on the map, in EPSG:25832."""

    __tablename__ = "zone_polygon"

    utility: Mapped[str] = mapped_column(primary_key=True)
    zone: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    ring: Mapped[list[Any]]


class FreezeWindow(Base):
    """A planned freeze; its state follows from the instants."""

    __tablename__ = "freeze_window"
    __table_args__ = (Index("ix_freeze_window_utility_ends_at", "utility", "ends_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    announced_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    blocks: Mapped[list[Switch]] = mapped_column(JSONB)
    reason: Mapped[Texts] = mapped_column(JSONB)
    revision: Mapped[int]
    told: Mapped[str]
    """The state last told."""
