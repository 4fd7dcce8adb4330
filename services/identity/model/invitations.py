"""Invitations to a firm or to the staff of a utility."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import SortedId
from services.identity.model.base import Base


class Invitation(Base):
    """A place offered to an e-mail address; the token is in the mail, its hash is here.

    `person_id` is the account that had the address when it was sent, or the id a new one will get.
    Name, mobile and password are those of somebody new who has not yet proven the mobile.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        Index("uq_invitation_token_hash", "token_hash", unique=True),
        Index("ix_invitation_place", "utility", "firm_id", "invitation_id"),
        Index("ix_invitation_email", text("lower(email)")),
        Index("ix_invitation_expires_at", "expires_at"),
    )

    invitation_id: Mapped[SortedId] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"))
    firm_id: Mapped[str | None] = mapped_column(ForeignKey("firm.firm_id"))
    """None for staff."""
    email: Mapped[str]
    roles: Mapped[list[Any]]
    language: Mapped[str]
    invited_by: Mapped[str]
    inviter_name: Mapped[str]
    token_hash: Mapped[str]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    person_id: Mapped[str]
    name: Mapped[str | None]
    mobile: Mapped[str | None]
    password: Mapped[str | None]
