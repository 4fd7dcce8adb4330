"""Logins and sessions. Secrets are kept as hashes only; nothing here can log anybody in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class LoginAttempt(Base):
    """Between the right password and the second factor; the secret is in the browser's cookie."""

    __tablename__ = "login_attempt"
    __table_args__ = (
        Index("uq_login_attempt_secret_hash", "secret_hash", unique=True),
        Index("ix_login_attempt_expires_at", "expires_at"),
    )

    attempt_id: Mapped[str] = mapped_column(primary_key=True)
    secret_hash: Mapped[str]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    portal: Mapped[str]
    utility: Mapped[str]
    firm_id: Mapped[str]
    """The firm one wants to act for; empty when none was chosen."""
    next: Mapped[str]
    proof_hash: Mapped[str | None]
    """Of the token e-mailed at this login, when a mobile must be enrolled."""
    new_mobile: Mapped[str | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class OneTimeCode(Base):
    """An SMS code, bound to the attempt or registration and the purpose it was sent for."""

    __tablename__ = "one_time_code"
    __table_args__ = (Index("ix_one_time_code_expires_at", "expires_at"),)

    purpose: Mapped[str] = mapped_column(primary_key=True)
    bound_to: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str]
    checks: Mapped[int]
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class LoginSession(Base):
    """A session that passed both factors; the secret is in the browser's cookie."""

    __tablename__ = "login_session"
    __table_args__ = (
        Index("uq_login_session_secret_hash", "secret_hash", unique=True),
        Index("ix_login_session_person_id", "person_id"),
        Index("ix_login_session_living", "idle_until", postgresql_where=text("ended_at IS NULL")),
        Index("ix_login_session_ends_at", "ends_at"),
    )

    session_id: Mapped[str] = mapped_column(primary_key=True)
    secret_hash: Mapped[str]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    portal: Mapped[str]
    utility: Mapped[str]
    firm_id: Mapped[str]
    """The firm acted for; empty for staff and until one is chosen."""
    device: Mapped[str]
    opened_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    idle_until: Mapped[datetime]
    ends_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    stepped_up_at: Mapped[datetime | None]
    """When a factor was last given in it, after the login; none until then."""
