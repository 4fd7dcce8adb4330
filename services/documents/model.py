"""Tables of documents."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.chassis.db.base import COLUMN_TYPES, SortedId, new_metadata
from services.documents.contract.types import DIRECTIONS, Direction, JournalType


class Base(DeclarativeBase):
    """The tables of this service."""

    metadata = new_metadata()
    type_annotation_map = COLUMN_TYPES


class CaseAccess(Base):
    """What documents knows of a case: whose it is and where it stands, as of `revision`."""

    __tablename__ = "case_access"

    case_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    firm_id: Mapped[str]
    parties: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Other firms on it -> `read` or `contribute`."""
    formers: Mapped[list[Any]] = mapped_column(default=list)
    """Firms it was taken from: of the case each keeps the files it sent itself."""
    revision: Mapped[int]
    number: Mapped[str | None]
    status: Mapped[str]
    ball: Mapped[str]
    received: Mapped[bool]
    """In the utility's journal: its documents are numbered."""
    journal_length: Mapped[int]
    """The last journal number given."""
    contact: Mapped[dict[str, Any] | None]
    """The zone that handles it: `name`, `email`, `phone`; from the receipt, for later letters."""


class Upload(Base):
    """A file announced, arriving in parts under the keys of `contract/parts.py`."""

    __tablename__ = "upload"
    __table_args__ = (
        Index("ix_upload_staged", "expires_at", postgresql_where=text("cleared_at IS NULL")),
        Index("ix_upload_uploader_id", "uploader_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    case_id: Mapped[str]
    journal_type: Mapped[str]
    firm_id: Mapped[str | None]
    """Whose person sends it; None for the utility's."""
    uploader_id: Mapped[str]
    uploader_name: Mapped[str]
    filename: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str | None]
    answers: Mapped[str | None]
    entry: Mapped[dict[str, Any] | None]
    """How the utility enters it in the journal."""
    part_size: Mapped[int]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    document_id: Mapped[str | None]
    cleared_at: Mapped[datetime | None]
    """When its parts were removed from the store."""


class Document(Base):
    """An entry of a case's journal."""

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_case_id_created_at", "case_id", "created_at"),
        Index("ix_document_uploader_id", "uploader_id"),
        Index(
            "ix_document_quarantined",
            "leased_until",
            postgresql_where=text("state = 'quarantined'"),
        ),
        UniqueConstraint("case_id", "journal_number"),
        UniqueConstraint("upload_id"),
    )

    id: Mapped[SortedId] = mapped_column(primary_key=True)
    utility: Mapped[str]
    case_id: Mapped[str]
    upload_id: Mapped[str | None]
    journal_type: Mapped[str]
    """Noark's I, U, N or X."""
    firm_id: Mapped[str | None]
    """The firm that sent it; None for the utility's."""
    filename: Mapped[str]
    title: Mapped[str]
    dated_on: Mapped[date]
    kind: Mapped[str]
    letter: Mapped[str | None]
    answers: Mapped[str | None]
    uploader_id: Mapped[str]
    uploader_name: Mapped[str]
    created_at: Mapped[datetime]
    journal_number: Mapped[int | None]
    state: Mapped[str]
    reason: Mapped[str | None]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str | None]
    """What was promised while in quarantine, what was measured after."""
    media_type: Mapped[str | None]
    inspected_at: Mapped[datetime | None]
    attempts: Mapped[int]
    """Inspections begun; one that kills its inspector is not begun for ever."""
    leased_until: Mapped[datetime]
    publication: Mapped[str | None]
    """`waiting` until firms are told that the utility put it on the case, then `told`."""
    shielding_revision: Mapped[int]
    """Grows with each change of its shielding."""
    followed_up_at: Mapped[datetime | None]
    followed_up_by: Mapped[str | None]

    @property
    def direction(self) -> Direction:
        """To the utility, from it, or within it."""
        return DIRECTIONS[cast(JournalType, self.journal_type)]


class Shielding(Base):
    """A document kept from firms; one that was lifted stays as what was."""

    __tablename__ = "shielding"
    __table_args__ = (
        Index(
            "uq_shielding_document_id",
            "document_id",
            unique=True,
            postgresql_where=text("lifted_at IS NULL"),
        ),
        Index("ix_shielding_ends_at", "ends_at", postgresql_where=text("lifted_at IS NULL")),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    document_id: Mapped[str]
    basis: Mapped[str]
    reason: Mapped[str]
    public_title: Mapped[str]
    ends_on: Mapped[date | None]
    ends_at: Mapped[datetime | None]
    """The midnight after `ends_on`."""
    shielded_at: Mapped[datetime]
    shielded_by_id: Mapped[str]
    shielded_by_name: Mapped[str]
    lifted_at: Mapped[datetime | None]
    lifted_by_id: Mapped[str | None]
    lifted_by_name: Mapped[str | None]
    lifted_because: Mapped[str | None]


class LetterJob(Base):
    """A letter to be written once: what it says was fixed when the event was heard."""

    __tablename__ = "letter_job"
    __table_args__ = (
        UniqueConstraint("case_id", "letter", "revision"),
        Index("ix_letter_job_waiting", "leased_until", postgresql_where=text("done_at IS NULL")),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    case_id: Mapped[str]
    letter: Mapped[str]
    revision: Mapped[int]
    language: Mapped[str]
    content: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    attempts: Mapped[int]
    leased_until: Mapped[datetime]
    done_at: Mapped[datetime | None]
    document_id: Mapped[str | None]


class Utility(Base):
    """The sender of letters, as identity told."""

    __tablename__ = "utility"

    utility_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)


class Firm(Base):
    """The language a firm is written to in, as identity told."""

    __tablename__ = "firm"

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str]
    revision: Mapped[int]
