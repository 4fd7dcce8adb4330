"""Cases' tables. A case's status is written only together with its history (store/moves.py)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.cases.contract.types import CaseClass, Severity, Status, Switch, Texts
from services.cases.domain.transitions import LifecycleName
from services.chassis.db.base import COLUMN_TYPES, new_metadata

NOT_DUE = "9999-12-31 00:00:00+00"
"""Sorts what has no date after all that has."""
SEARCH = (
    "to_tsvector('norwegian', coalesce(number, '') || ' ' || title || ' ' || place || ' ' || "
    "property_text || ' ' || type_text || ' ' || firm_name)"
)
SEARCH_TEXT = "lower(coalesce(number, '') || ' ' || place || ' ' || property_text || ' ' || title)"


class Base(DeclarativeBase):
    """Cases' own tables."""

    metadata = new_metadata()
    type_annotation_map = COLUMN_TYPES


class Case(Base):
    """A case from draft to end."""

    __tablename__ = "case"
    __table_args__ = (
        UniqueConstraint("utility", "number"),
        ForeignKeyConstraint(
            ["id", "moves", "status"],
            ["case_history.case_id", "case_history.sequence", "case_history.status"],
            name="fk_case_history",
            deferrable=True,
            initially="DEFERRED",
            use_alter=True,
        ),
        Index("ix_case_firm_updated", "utility", "firm_id", "updated_at", "id"),
        Index("ix_case_firm_due", "utility", "firm_id", "due_order", "id"),
        Index("ix_case_firm_sent", "utility", "firm_id", "sent_order", "id"),
        *(
            Index(f"ix_case_queue_{name}", "utility", column, "id", postgresql_where=SENT)
            for name, column, SENT in (
                ("updated", "updated_at", text("submitted_at IS NOT NULL")),
                ("due", "due_order", text("submitted_at IS NOT NULL")),
                ("sent", "sent_order", text("submitted_at IS NOT NULL")),
            )
        ),
        Index("ix_case_search", "search", postgresql_using="gin"),
        Index(
            "ix_case_search_text",
            "search_text",
            postgresql_using="gin",
            postgresql_ops={"search_text": "gin_trgm_ops"},
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    type: Mapped[str]
    type_version: Mapped[int]
    type_title: Mapped[Texts] = mapped_column(JSONB)
    type_text: Mapped[str]
    """The type's name in all languages, for search."""
    case_class: Mapped[CaseClass] = mapped_column(Text)
    lifecycle: Mapped[LifecycleName] = mapped_column(Text)
    title: Mapped[str]
    status: Mapped[Status] = mapped_column(Text)
    moves: Mapped[int]
    """Sequence of the last entry of the history."""
    version: Mapped[int]
    """Grows with every write; the revision of what is told."""
    number: Mapped[str | None]
    firm_id: Mapped[str]
    firm_name: Mapped[str]
    firm_orgnr: Mapped[str]
    contact_id: Mapped[str]
    contact_name: Mapped[str]
    caseworker_id: Mapped[str | None]
    caseworker_name: Mapped[str | None]
    zone: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    property_text: Mapped[str] = mapped_column(default="")
    form: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    complete_at: Mapped[datetime | None]
    expected_by: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    proposal: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    decision: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    due_order: Mapped[datetime] = mapped_column(
        Computed(f"coalesce(due_at, expected_by, timestamptz '{NOT_DUE}')", persisted=True)
    )
    sent_order: Mapped[datetime] = mapped_column(
        Computed("coalesce(submitted_at, created_at)", persisted=True)
    )
    search: Mapped[Any] = mapped_column(TSVECTOR, Computed(SEARCH, persisted=True), nullable=False)
    search_text: Mapped[str] = mapped_column(Computed(SEARCH_TEXT, persisted=True))


class CaseHistory(Base):
    """Every move of a case, with who made it as they were; never changed."""

    __tablename__ = "case_history"
    __table_args__ = (UniqueConstraint("case_id", "sequence", "status"),)

    case_id: Mapped[str] = mapped_column(
        ForeignKey("case.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    action: Mapped[str]
    status: Mapped[Status] = mapped_column(Text)
    by_audience: Mapped[str]
    by_id: Mapped[str]
    by_name: Mapped[str]
    internal: Mapped[bool]
    """Its facts are not shown to the firm."""
    facts: Mapped[dict[str, Any]]


class ClockInterval(Base):
    """Whose turn it was, from and to."""

    __tablename__ = "clock_interval"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[Literal["utility", "firm"]] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    resets: Mapped[bool]


class Letter(Base):
    """A deficiency letter (mangelbrev)."""

    __tablename__ = "letter"
    __table_args__ = (
        Index(
            "ix_letter_open", "utility", "asked_due_at", postgresql_where=text("closed_at IS NULL")
        ),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    utility: Mapped[str]
    severity: Mapped[Severity] = mapped_column(Text)
    sent_at: Mapped[datetime]
    asked_due_at: Mapped[datetime]
    """As asked for; `due_at` is where a freeze has moved it."""
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class LetterItem(Base):
    """One thing asked for, and its answer; numbered within the case."""

    __tablename__ = "letter_item"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "letter"], ["letter.case_id", "letter.number"]),
        UniqueConstraint("case_id", "number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str]
    letter: Mapped[int]
    number: Mapped[int]
    code: Mapped[str]
    text: Mapped[str]
    target: Mapped[str]
    state: Mapped[Literal["open", "answered", "accepted", "cancelled"]] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(default="")
    document_ids: Mapped[list[Any]]
    answered_at: Mapped[datetime | None]


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


class CaseNumber(Base):
    """The last number given per utility and year."""

    __tablename__ = "case_number"

    utility: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class Zone(Base):
    """Who handles an area."""

    __tablename__ = "zone"

    utility: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]


class ZoneArea(Base):
    """A range of cadastral units that belongs to a zone."""

    __tablename__ = "zone_area"

    utility: Mapped[str] = mapped_column(primary_key=True)
    kommunenr: Mapped[str] = mapped_column(primary_key=True)
    gnr_from: Mapped[int] = mapped_column(primary_key=True)
    gnr_to: Mapped[int] = mapped_column(primary_key=True)
    zone: Mapped[str]


class FreezeWindow(Base):
    """A planned freeze; its state follows from the instants."""

    __tablename__ = "freeze_window"
    __table_args__ = (Index("ix_freeze_window_utility_ends_at", "utility", "ends_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    announced_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    blocks: Mapped[list[Switch]] = mapped_column(JSONB)
    reason: Mapped[Texts] = mapped_column(JSONB)
    revision: Mapped[int]
    told: Mapped[str]
    """The state last told."""


class CaseTypeVersion(Base):
    """A published version of a case type; never changed."""

    __tablename__ = "case_type_version"

    code: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    source: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]


class KnownFirm(Base):
    """What identity told of a firm at a utility."""

    __tablename__ = "known_firm"

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    orgnr: Mapped[str]
    status: Mapped[str]
    language: Mapped[str]
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
