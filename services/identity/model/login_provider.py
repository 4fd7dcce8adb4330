"""Staff by their utility's own login."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class ProviderLogin(Base):
    """Somebody was sent to a provider and is not back yet.

    State, nonce and PKCE verifier are derived from the secret in the browser's cookie, so nothing
    here completes a login.
    """

    __tablename__ = "provider_login"
    __table_args__ = (
        Index("uq_provider_login_secret_hash", "secret_hash", unique=True),
        Index("ix_provider_login_expires_at", "expires_at"),
    )

    login_id: Mapped[str] = mapped_column(primary_key=True)
    secret_hash: Mapped[str]
    utility: Mapped[str]
    expires_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class ProviderAccount(Base):
    """Who a provider's subject is here. A post it gave is the provider's to give and take."""

    __tablename__ = "provider_account"
    __table_args__ = (
        Index("ix_provider_account_person", "person_id", "utility"),
        Index("ix_provider_account_checked_at", "checked_at"),
    )

    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(ForeignKey("utility.utility"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    sealed_token: Mapped[str]
    """What to ask the provider again with, encrypted; empty when it gave none."""
    checked_at: Mapped[datetime]
