"""The tables of identity. Secrets are kept as hashes only; nothing here can log anybody in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.chassis.db.base import COLUMN_TYPES, new_metadata


class Base(DeclarativeBase):
    """The base of identity's own tables."""

    metadata = new_metadata()
    type_annotation_map = COLUMN_TYPES


class Utility(Base):
    """A water utility served by this installation."""

    __tablename__ = "utility"

    utility: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    short_name: Mapped[str]
    languages: Mapped[list[Any]]
    duty_phone: Mapped[str]
    training: Mapped[bool]
    logo_text: Mapped[str]


class Firm(Base):
    """A firm, once for the whole installation; what a utility knows of it stands beside."""

    __tablename__ = "firm"

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    orgnr: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[int]
    """Grows with each told change at any utility."""


class FirmAtUtility(Base):
    """A firm as one utility knows it: profile, status, and who decided. Nobody sees across."""

    __tablename__ = "firm_at_utility"
    __table_args__ = (
        Index("ix_firm_at_utility_queue", "utility", "status", "asked_at", "firm_id"),
        Index(
            "ix_firm_at_utility_name",
            text("folded(name) gin_trgm_ops"),
            postgresql_using="gin",
        ),
    )

    firm_id: Mapped[str] = mapped_column(ForeignKey("firm.firm_id"), primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    status: Mapped[str]
    name: Mapped[str]
    municipality: Mapped[str]
    phone: Mapped[str]
    email_post: Mapped[str]
    email_invoice: Mapped[str | None]
    professions: Mapped[list[Any]]
    language: Mapped[str]
    asked_at: Mapped[datetime]
    """When the firm asked to be let in, or was imported."""
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    reason: Mapped[str]


class Person(Base):
    """Somebody who can log in. The e-mail address is unique whatever its case."""

    __tablename__ = "person"
    __table_args__ = (Index("uq_person_email", text("lower(email)"), unique=True),)

    person_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    mobile: Mapped[str | None]
    mobile_changed_at: Mapped[datetime | None]
    password: Mapped[str | None]
    """Argon2id in PHC form; none until one is set."""
    language: Mapped[str]
    active: Mapped[bool]
    revision: Mapped[int]
    created_at: Mapped[datetime]


class Membership(Base):
    """A person's roles in a firm at a utility."""

    __tablename__ = "membership"
    __table_args__ = (Index("ix_membership_firm_id_utility", "firm_id", "utility"),)

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    firm_id: Mapped[str] = mapped_column(ForeignKey("firm.firm_id"), primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    roles: Mapped[list[Any]]


class Staff(Base):
    """A person's roles as staff of a utility."""

    __tablename__ = "staff"

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    roles: Mapped[list[Any]]


class Registration(Base):
    """A firm's request to get in, until both the mobile and the e-mail address are proven.

    `person_id` is the account that already has the address, or the id a new one will get. Erased
    when it is over.
    """

    __tablename__ = "registration"
    __table_args__ = (Index("ix_registration_expires_at", "expires_at"),)

    registration_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"))
    orgnr: Mapped[str]
    firm: Mapped[dict[str, Any]]
    professions: Mapped[list[Any]]
    person_id: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    mobile: Mapped[str]
    password: Mapped[str]
    language: Mapped[str]
    link_hash: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    mobile_proven_at: Mapped[datetime | None]
    email_proven_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]


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


class RegistryEntry(Base):
    """What Enhetsregisteret last said of a number."""

    __tablename__ = "registry_entry"
    __table_args__ = (Index("ix_registry_entry_asked_at", "asked_at"),)

    orgnr: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]
