"""What a freeze does not stop, and whom it was announced to once more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.model.base import Base


class FreezeExemption(Base):
    """One firm, or one case, let through a freeze; names are as they were."""

    __tablename__ = "freeze_exemption"
    __table_args__ = (Index("ix_freeze_exemption_freeze_id", "freeze_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    freeze_id: Mapped[str] = mapped_column(ForeignKey("freeze_window.id"))
    utility: Mapped[str]
    firm_id: Mapped[str]
    firm_name: Mapped[str]
    firm_orgnr: Mapped[str]
    case_id: Mapped[str | None]
    """Only this case; None: all of the firm's."""
    case_number: Mapped[str | None]
    reason: Mapped[str]
    ends_at: Mapped[datetime]
    granted_by_id: Mapped[str]
    granted_by_name: Mapped[str]
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class FreezeReminder(Base):
    """A firm was reminded of a letter before a freeze; once for each freeze."""

    __tablename__ = "freeze_reminder"

    freeze_id: Mapped[str] = mapped_column(ForeignKey("freeze_window.id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    letter: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
