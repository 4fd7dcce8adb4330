"""A firm's e-mail addresses under way: to be proven, and found undeliverable."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class AddressChange(Base):
    """A new address that waits for its proof; the old one is used until then."""

    __tablename__ = "address_change"
    __table_args__ = (
        ForeignKeyConstraint(
            ["firm_id", "utility"], ["firm_at_utility.firm_id", "firm_at_utility.utility"]
        ),
        Index("ix_address_change_expires_at", "expires_at"),
    )

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
    token_hash: Mapped[str]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class AddressBounce(Base):
    """An address in use that mail does not reach."""

    __tablename__ = "address_bounce"
    __table_args__ = (
        ForeignKeyConstraint(
            ["firm_id", "utility"], ["firm_at_utility.firm_id", "firm_at_utility.utility"]
        ),
    )

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
    at: Mapped[datetime]
