"""What firms have proven at a utility."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import SortedId
from services.identity.model.base import Base


class Qualification(Base):
    """A certificate as the firm states it, and what the utility's registrar found."""

    __tablename__ = "qualification"
    __table_args__ = (
        ForeignKeyConstraint(
            ["firm_id", "utility"], ["firm_at_utility.firm_id", "firm_at_utility.utility"]
        ),
        Index("ix_qualification_firm", "firm_id", "utility"),
        Index(
            "ix_qualification_ending",
            "expires_on",
            postgresql_where=text("state = 'verified' AND expires_on IS NOT NULL"),
        ),
    )

    qualification_id: Mapped[SortedId] = mapped_column(primary_key=True)
    firm_id: Mapped[str]
    utility: Mapped[str]
    type: Mapped[str]
    number: Mapped[str]
    holder: Mapped[str]
    issued_on: Mapped[date] = mapped_column(Date)
    expires_on: Mapped[date | None] = mapped_column(Date)
    """The last day it is valid."""
    document_id: Mapped[str | None]
    state: Mapped[str]
    reason: Mapped[str]
    stated_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    reminded: Mapped[int | None]
    """Days before the end at which the firm was last reminded."""
