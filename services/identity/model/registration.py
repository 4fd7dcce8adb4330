"""Firms that ask to get in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


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
