"""A forgotten password, and a new mobile on its way."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import SortedId
from services.identity.model.base import Base


class MobileChange(Base):
    """The number a person wants instead, until its code has come back."""

    __tablename__ = "mobile_change"
    __table_args__ = (Index("ix_mobile_change_expires_at", "expires_at"),)

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    change_id: Mapped[str]
    mobile: Mapped[str]
    expires_at: Mapped[datetime]


class ResetRequest(Base):
    """Somebody asked for a link to an address; answered before anybody looks whose it is."""

    __tablename__ = "reset_request"

    request_id: Mapped[SortedId] = mapped_column(primary_key=True)
    email: Mapped[str]
    portal: Mapped[str]
    utility: Mapped[str]
    asked_at: Mapped[datetime]


class PasswordReset(Base):
    """A link that sets a new password once; only the hash of its token is kept."""

    __tablename__ = "password_reset"
    __table_args__ = (
        Index("ix_password_reset_person_id", "person_id"),
        Index("ix_password_reset_expires_at", "expires_at"),
    )

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    utility: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
