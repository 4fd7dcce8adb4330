"""Keys of a firm's own software."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class ApiKey(Base):
    """A key bound to a firm at a utility. The secret is kept as a hash only."""

    __tablename__ = "api_key"
    __table_args__ = (
        Index("uq_api_key_secret_hash", "secret_hash", unique=True),
        Index("ix_api_key_firm", "firm_id", "utility"),
        Index("ix_api_key_living", "expires_at", postgresql_where=text("ended_at IS NULL")),
    )

    key_id: Mapped[str] = mapped_column(primary_key=True)
    firm_id: Mapped[str] = mapped_column(ForeignKey("firm.firm_id"))
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"))
    name: Mapped[str]
    prefix: Mapped[str]
    secret_hash: Mapped[str]
    scopes: Mapped[list[Any]]
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    """The name of who made it, as it was; the trail holds the person."""
    expires_at: Mapped[datetime]
    warned_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    last_address: Mapped[str]
    told_at: Mapped[datetime | None]
    """When its use last entered the trail."""
