"""The dialogue of a case: messages, who has read them, and whom to tell of unread ones."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.dialogue import MessageKind, Side
from services.cases.model.base import Base


class CaseMessage(Base):
    """A message, never changed; names are as they were."""

    __tablename__ = "case_message"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_case_message_by_id", "by_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    utility: Mapped[str]
    number: Mapped[int]
    kind: Mapped[MessageKind] = mapped_column(Text)
    side: Mapped[Side] = mapped_column(Text)
    text: Mapped[str]
    document_ids: Mapped[list[Any]]
    by_id: Mapped[str]
    by_name: Mapped[str]
    firm_id: Mapped[str | None]
    firm_name: Mapped[str]
    firm_orgnr: Mapped[str]
    at: Mapped[datetime]


class MessageReading(Base):
    """Somebody has read a message."""

    __tablename__ = "message_reading"
    __table_args__ = (Index("ix_message_reading_person_id", "person_id"),)

    message_id: Mapped[str] = mapped_column(ForeignKey("case_message.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    side: Mapped[Side] = mapped_column(Text)
    at: Mapped[datetime]


class UntoldMessages(Base):
    """A side that has messages it was not told of; gone when it is told or has read them."""

    __tablename__ = "untold_messages"
    __table_args__ = (Index("ix_untold_messages_last_at", "last_at"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    side: Mapped[Side] = mapped_column(Text, primary_key=True)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
