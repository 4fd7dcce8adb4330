"""Lost phones of staff: one administrator asks, another confirms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import SortedId
from services.identity.model.base import Base


class PhoneRelease(Base):
    """Somebody of the staff lost their phone; `checked` says how their identity was checked."""

    __tablename__ = "phone_release"
    __table_args__ = (Index("ix_phone_release_open", "utility", "expires_at"),)

    release_id: Mapped[SortedId] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"))
    asked_by: Mapped[str]
    asker_name: Mapped[str]
    checked: Mapped[str]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    confirmed_by: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
