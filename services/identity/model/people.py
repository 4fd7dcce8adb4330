"""People and where they stand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class Person(Base):
    """Somebody who can log in. The e-mail address is unique whatever its case."""

    __tablename__ = "person"
    __table_args__ = (
        Index("uq_person_email", text("lower(email)"), unique=True),
        Index("ix_person_mobile", "mobile"),
        Index(
            "ix_person_quiet",
            text("COALESCE(seen_at, created_at)"),
            postgresql_where=text("erased_at IS NULL"),
        ),
    )

    person_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    mobile: Mapped[str | None]
    mobile_changed_at: Mapped[datetime | None]
    held_until: Mapped[datetime | None]
    """Sensitive actions wait until then after a new mobile."""
    password: Mapped[str | None]
    """Argon2id in PHC form; none until one is set."""
    language: Mapped[str]
    active: Mapped[bool]
    revision: Mapped[int]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    """Last login."""
    warned_at: Mapped[datetime | None]
    """Told that the account will rest for want of use."""
    rested_at: Mapped[datetime | None]
    """Locked for want of use; an administrator opens it again."""
    erased_at: Mapped[datetime | None]


class Membership(Base):
    """A person's roles in a firm at a utility."""

    __tablename__ = "membership"
    __table_args__ = (Index("ix_membership_firm_id_utility", "firm_id", "utility"),)

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    firm_id: Mapped[str] = mapped_column(ForeignKey("firm.firm_id"), primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    roles: Mapped[list[Any]]
    locked_at: Mapped[datetime | None]
    """Nothing is done on the firm's behalf while it stands."""


class Staff(Base):
    """A person's roles as staff of a utility."""

    __tablename__ = "staff"

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    roles: Mapped[list[Any]]
    locked_at: Mapped[datetime | None]
