"""Second factors beside the mobile. A database alone, without the keys, opens nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.chassis.db.base import SortedId
from services.identity.model.base import Base


class Totp(Base):
    """An authenticator app; counts as a factor once a first code has confirmed it."""

    __tablename__ = "totp"

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    sealed_key: Mapped[str]
    """Encrypted with a key from the settings."""
    last_step: Mapped[int] = mapped_column(BigInteger)
    """The newest 30-second step a code was used of; it only grows."""
    begun_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]


class Passkey(Base):
    """A passkey at one portal: its public half, and how often it says it was used."""

    __tablename__ = "passkey"
    __table_args__ = (
        Index("uq_passkey_portal_credential_id", "portal", "credential_id", unique=True),
        Index("ix_passkey_person_id", "person_id"),
    )

    passkey_id: Mapped[SortedId] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"))
    portal: Mapped[str]
    credential_id: Mapped[str]
    public_key: Mapped[str]
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    added_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class PasskeyChallenge(Base):
    """What a passkey is to sign, bound to one attempt or session; erased by the first answer."""

    __tablename__ = "passkey_challenge"
    __table_args__ = (Index("ix_passkey_challenge_expires_at", "expires_at"),)

    purpose: Mapped[str] = mapped_column(primary_key=True)
    bound_to: Mapped[str] = mapped_column(primary_key=True)
    challenge: Mapped[str]
    expires_at: Mapped[datetime]


class RecoveryCode(Base):
    """One of ten codes kept on paper; a keyed hash, used once."""

    __tablename__ = "recovery_code"

    person_id: Mapped[str] = mapped_column(ForeignKey("person.person_id"), primary_key=True)
    hash: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
