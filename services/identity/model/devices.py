"""Browsers people are known to log in with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class KnownDevice(Base):
    """A person's browser, by the keyed hash of a random cookie; nothing is measured of it."""

    __tablename__ = "known_device"
    __table_args__ = (Index("ix_known_device_seen_at", "seen_at"),)

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    hash: Mapped[str] = mapped_column(primary_key=True)
    first_seen_at: Mapped[datetime]
    seen_at: Mapped[datetime]
