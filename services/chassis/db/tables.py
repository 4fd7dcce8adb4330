"""Tables of the chassis: outbox, inbox, idempotency, audit trail, ended sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import Base


class Outbox(Base):
    """An event committed with the change it describes, waiting for the relay."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_waiting", "sequence", postgresql_where=text("published_at IS NULL")),
        Index(
            "ix_outbox_published",
            "published_at",
            postgresql_where=text("published_at IS NOT NULL"),
        ),
    )

    sequence: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str]
    utility: Mapped[str]
    aggregate: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[dict[str, Any]]
    trace: Mapped[str]
    data: Mapped[dict[str, Any]]
    published_at: Mapped[datetime | None]


class Inbox(Base):
    """An event received; handled from here, attempt by attempt, until handled or parked."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_due",
            "next_attempt_at",
            postgresql_where=text("handled_at IS NULL AND parked_at IS NULL"),
        ),
        Index(
            "ix_inbox_order",
            "source",
            "aggregate",
            "sequence",
            postgresql_where=text("handled_at IS NULL AND parked_at IS NULL"),
        ),
        Index("ix_inbox_parked", "parked_at", postgresql_where=text("parked_at IS NOT NULL")),
        Index("ix_inbox_handled", "handled_at", postgresql_where=text("handled_at IS NOT NULL")),
    )

    event_id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    source: Mapped[str]
    aggregate: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)
    envelope: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    parked_at: Mapped[datetime | None]
    replayed_at: Mapped[datetime | None]
    problem: Mapped[str | None]


class Idempotency(Base):
    """A key that was used: the body's HMAC and the reply, stored with the effect."""

    __tablename__ = "idempotency"
    __table_args__ = (Index("ix_idempotency_at", "at"),)

    scope: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    reply: Mapped[dict[str, Any] | None]
    at: Mapped[datetime]


class Audit(Base):
    """One entry of the trail; each holds the hash of the one before in its chain."""

    __tablename__ = "audit"
    __table_args__ = (
        UniqueConstraint("chain", "position"),
        Index("ix_audit_at", "at"),
        Index(
            "ix_audit_actor",
            text("(actor ->> 'user_id')"),
            "at",
            postgresql_where=text("(actor ->> 'user_id') <> ''"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    chain: Mapped[str]
    position: Mapped[int]
    at: Mapped[datetime]
    utility: Mapped[str]
    actor: Mapped[dict[str, Any]]
    trace: Mapped[str]
    tag: Mapped[str]
    facts: Mapped[dict[str, Any]]
    previous: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """Where a chain ends, so that a removed last entry shows too."""

    __tablename__ = "audit_head"

    chain: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    hash: Mapped[str]


class EndedSession(Base):
    """A session identity told us has ended; its service token is no longer honoured."""

    __tablename__ = "ended_session"
    __table_args__ = (Index("ix_ended_session_at", "at"),)

    session_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
