"""Firms, and what the register says of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class Firm(Base):
    """A firm, once for the whole installation; what a utility knows of it stands beside."""

    __tablename__ = "firm"
    __table_args__ = (
        Index("ix_firm_main_orgnr", "main_orgnr"),
        Index("ix_firm_checked_at", text("checked_at NULLS FIRST")),
    )

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    orgnr: Mapped[str] = mapped_column(unique=True)
    main_orgnr: Mapped[str | None]
    """The main unit's number, when this is a sub-unit (underenhet)."""
    address: Mapped[str]
    """As the register writes it; empty until it has answered."""
    checked_at: Mapped[datetime | None]
    """When the register's answer was last taken over."""
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
        Index(
            "ix_firm_at_utility_confirmed_at",
            "confirmed_at",
            postgresql_where=text("status = 'approved'"),
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
    email_contact: Mapped[str | None]
    professions: Mapped[list[Any]]
    language: Mapped[str]
    language_chosen: Mapped[bool]
    """By the firm itself; otherwise it follows the register's."""
    asked_at: Mapped[datetime]
    """When the firm asked to be let in, or was imported."""
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    reason: Mapped[str]
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("firm.firm_id"))
    """The firm that took over its people, rights and running cases here."""
    confirmed_at: Mapped[datetime | None]
    """When the firm last said that its profile is right."""
    reminded_at: Mapped[datetime | None]
    confirm_hash: Mapped[str | None]
    """Of the token in the last reminder."""


class RegistryEntry(Base):
    """What Enhetsregisteret last said of a number."""

    __tablename__ = "registry_entry"
    __table_args__ = (Index("ix_registry_entry_asked_at", "asked_at"),)

    orgnr: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]
