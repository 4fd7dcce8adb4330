"""Deficiency letters and their items."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.words import DeficiencyReason, Severity
from services.cases.model.base import Base


class Letter(Base):
    """A deficiency letter (mangelbrev)."""

    __tablename__ = "letter"
    __table_args__ = (
        Index(
            "ix_letter_open", "utility", "asked_due_at", postgresql_where=text("closed_at IS NULL")
        ),
        Index("ix_letter_sent", "utility", "sent_at"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    utility: Mapped[str]
    severity: Mapped[Severity] = mapped_column(Text)
    sent_at: Mapped[datetime]
    asked_due_at: Mapped[datetime]
    """As asked for; `due_at` is where a freeze has moved it."""
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    reminded_of: Mapped[datetime | None]
    """The date the firm was reminded of; another date is reminded of anew."""
    overdue_told_at: Mapped[datetime | None]
    closes_after: Mapped[datetime | None]
    """From when the case may be closed unanswered, as the firm was told."""


class LetterItem(Base):
    """One thing asked for, and its answer; numbered within the case."""

    __tablename__ = "letter_item"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "letter"], ["letter.case_id", "letter.number"]),
        UniqueConstraint("case_id", "number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str]
    letter: Mapped[int]
    number: Mapped[int]
    code: Mapped[str]
    reason: Mapped[DeficiencyReason] = mapped_column(Text, default="other")
    step: Mapped[str] = mapped_column(default="")
    """The form step it is aimed at; empty for none."""
    text: Mapped[str]
    target: Mapped[str]
    state: Mapped[Literal["open", "answered", "accepted", "cancelled"]] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(default="")
    document_ids: Mapped[list[Any]]
    answered_at: Mapped[datetime | None]


class PreparedLetter(Base):
    """A deficiency letter being written; at most one a case, and nobody else's business."""

    __tablename__ = "prepared_letter"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    content: Mapped[dict[str, Any]]


class Submission(Base):
    """One version of what the firm has sent in; never changed."""

    __tablename__ = "submission"
    __table_args__ = (Index("ix_submission_by_id", "by_id"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by_id: Mapped[str]
    by_name: Mapped[str]
    letter: Mapped[int | None]
    items: Mapped[list[Any]]
    """Numbers of the items it answers."""
    text: Mapped[str]
    form: Mapped[dict[str, Any]]
    beside: Mapped[list[Any]]
    """Files that came with it and stand in no field."""
