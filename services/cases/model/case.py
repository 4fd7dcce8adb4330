"""A case, its history and its clock; status and history are written together (store/moves.py)."""

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
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.parties import PartyRight
from services.cases.contract.types.words import Ball, CaseClass, Status, Texts
from services.cases.domain.transitions import LifecycleName
from services.cases.model.base import Base

NOT_DUE = "9999-12-31 00:00:00+00"
"""Sorts what has no date after all that has."""
SENT = text("submitted_at IS NOT NULL")
"""What the utility sees."""
SEARCH = (
    "to_tsvector('norwegian', coalesce(number, '') || ' ' || title || ' ' || place || ' ' || "
    "property_text || ' ' || type_text || ' ' || firm_name || ' ' || client_text)"
)
_SAID = (
    "coalesce(number, '') || ' ' || coalesce(substr(number, 9), '') || ' ' || title || ' ' || "
    "place || ' ' || property_text || ' ' || firm_name || ' ' || firm_orgnr || ' ' || client_text"
)
SEARCH_TEXT = f"plain_text({_SAID})"
"""Lower case without accents; `plain_text` and `pieces_of` are cases' own functions."""
PIECES = f"pieces_of({_SAID})"


class Case(Base):
    """A case from draft to end."""

    __tablename__ = "case"
    __mapper_args__ = {"eager_defaults": False}
    """What PostgreSQL computes is for finding; nobody reads it back."""
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
        Index(
            "ix_case_firm_ball",
            *("utility", "firm_id", "ball", "due_order", "id"),
            postgresql_where=text("ball <> 'nobody'"),
        ),
        Index("ix_case_draft_age", "updated_at", postgresql_where=text("status = 'draft'")),
        Index("ix_case_firm_type", "utility", "firm_id", "type", "updated_at", "id"),
        Index("ix_case_firm_status", "utility", "firm_id", "status", "updated_at", "id"),
        *(
            Index(f"ix_case_queue_{name}", "utility", column, "id", postgresql_where=SENT)
            for name, column in (
                ("updated", "updated_at"),
                ("due", "due_order"),
                ("sent", "sent_order"),
            )
        ),
        *(
            Index(f"ix_case_queue_{name}", "utility", *columns, "id", postgresql_where=SENT)
            for name, columns in (
                ("status", ("status", "updated_at")),
                ("type", ("type", "updated_at")),
                ("mine", ("caseworker_id", "due_order")),
                ("ball", ("ball", "due_order")),
                ("turn", ("ball", "updated_at")),
            )
        ),
        Index(
            "ix_case_interim",
            "interim_due_at",
            postgresql_where=text("interim_due_at IS NOT NULL"),
        ),
        Index("ix_case_lapses", "lapses_at", postgresql_where=text("lapses_at IS NOT NULL")),
        Index("ix_case_parties", "parties", postgresql_using="gin"),
        Index("ix_case_contact", "contact_id"),
        Index("ix_case_caseworker", "caseworker_id"),
        Index(
            "ix_case_queue_free",
            "utility",
            "due_order",
            "id",
            postgresql_where=text("submitted_at IS NOT NULL AND caseworker_id IS NULL"),
        ),
        Index("ix_case_search", "search", postgresql_using="gin"),
        Index("ix_case_pieces", "pieces", postgresql_using="gin"),
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
    ball: Mapped[Ball] = mapped_column(Text)
    """Whose turn it is; follows from the status, and is kept because lists are found by it."""
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
    client_text: Mapped[str] = mapped_column(default="")
    """Name and organisation number of whom the case is for, for search."""
    form: Mapped[dict[str, Any]]
    parties: Mapped[dict[str, PartyRight]] = mapped_column(JSONB, default=dict)
    """Other firms on the case now -> their right; follows from `case_party`."""
    formers: Mapped[list[Any]] = mapped_column(default=list)
    """Firms it was taken from; what each had seen is in `former_party`."""
    continues: Mapped[str | None]
    """The case whose work it takes over, when a transfer demands a new application."""
    origin: Mapped[dict[str, Any]]
    """Where a draft comes from: a copied or referenced case, and what was not taken along."""
    edited_by_id: Mapped[str | None]
    edited_by_name: Mapped[str | None]
    edited_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    """When the firm was told that the draft expires."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    firm_news_at: Mapped[datetime | None]
    """When the utility last did something the firm should see; receiving is not news."""
    utility_news_at: Mapped[datetime | None]
    """When the firm last did something."""
    submitted_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    complete_at: Mapped[datetime | None]
    expected_by: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    proposal: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    decision: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    earlier_decisions: Mapped[list[Any]] = mapped_column(default=list)
    """Those a reopening or an appeal put aside, oldest first."""
    appeal: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    interim_due_at: Mapped[datetime | None]
    """When the firm gets an interim answer, unless it has one by then."""
    started_at: Mapped[datetime | None]
    lapses_at: Mapped[datetime | None]
    lapse_warnings: Mapped[int] = mapped_column(default=0)
    due_order: Mapped[datetime] = mapped_column(
        Computed(f"coalesce(due_at, expected_by, timestamptz '{NOT_DUE}')", persisted=True)
    )
    sent_order: Mapped[datetime] = mapped_column(
        Computed("coalesce(submitted_at, created_at)", persisted=True)
    )
    search: Mapped[Any] = mapped_column(
        TSVECTOR, Computed(SEARCH, persisted=True), nullable=False, deferred=True
    )
    pieces: Mapped[Any] = mapped_column(
        TSVECTOR, Computed(PIECES, persisted=True), nullable=False, deferred=True
    )
    """What stands between spaces, as it is written; found by its beginning."""
    search_text: Mapped[str] = mapped_column(Computed(SEARCH_TEXT, persisted=True), deferred=True)


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
    owner: Mapped[Literal["utility", "firm", "nobody"]] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    resets: Mapped[bool]


class CaseExtension(Base):
    """More time than the rule gives, with its reason; the clock counts it in."""

    __tablename__ = "case_extension"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    added: Mapped[int]
    """In the unit of the type's limit."""
    until: Mapped[datetime]
    reason: Mapped[str]
    by_id: Mapped[str]
    by_name: Mapped[str]
