"""What other services told, kept because it is needed here."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import BigInteger, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.model.base import Base


class CaseDocument(Base):
    """What documents told of a case's files; the files are its own."""

    __tablename__ = "case_document"
    __table_args__ = (Index("ix_case_document_case_id", "case_id"),)

    document_id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str]
    filename: Mapped[str]
    kind: Mapped[str]
    state: Mapped[Literal["quarantined", "accepted", "rejected"]] = mapped_column(Text)
    media_type: Mapped[str | None]
    reason: Mapped[str | None]
    letter: Mapped[str | None]
    """The kind of letter it is, for the utility's own letters."""
    published: Mapped[bool] = mapped_column(default=False)
    """The utility put it on the case, and the timeline says so."""
    shielded: Mapped[bool] = mapped_column(default=False)
    """Kept from firms now, as of `shielding_revision`."""
    shielding_revision: Mapped[int] = mapped_column(default=0)


class KnownFirm(Base):
    """What identity told of a firm at a utility."""

    __tablename__ = "known_firm"

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    orgnr: Mapped[str]
    status: Mapped[str]
    language: Mapped[str]
    professions: Mapped[list[Any]] = mapped_column(default=list)
    revision: Mapped[int]


class KnownPerson(Base):
    """What identity told of a person: their name, and where they are staff."""

    __tablename__ = "known_person"

    person_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    staff_of: Mapped[list[Any]]
    staff_roles: Mapped[list[Any]]
    active: Mapped[bool]
    revision: Mapped[int]


class KnownUtility(Base):
    """What identity told of a utility; `sequence` is that of its event."""

    __tablename__ = "known_utility"

    utility: Mapped[str] = mapped_column(primary_key=True)
    training: Mapped[bool]
    """For practice: kept out of every count."""
    sequence: Mapped[int] = mapped_column(BigInteger)
