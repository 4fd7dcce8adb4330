"""What is counted: failures and messages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class Guard(Base):
    """Failures counted against one factor of one account; a new code never resets them."""

    __tablename__ = "guard"
    __table_args__ = (Index("ix_guard_touched_at", "touched_at"),)

    subject: Mapped[str] = mapped_column(primary_key=True)
    in_row: Mapped[int]
    in_window: Mapped[int]
    window_from: Mapped[datetime]
    not_before: Mapped[datetime]
    touched_at: Mapped[datetime]


class Send(Base):
    """A message that was asked for, against the limits; subjects are keyed hashes."""

    __tablename__ = "send"
    __table_args__ = (Index("ix_send_subject_at", "subject", "at"), Index("ix_send_at", "at"))

    send_id: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str]
    at: Mapped[datetime]
