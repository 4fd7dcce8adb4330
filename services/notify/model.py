"""What notify keeps: deliveries, contacts heard of, incidents, news, contact points."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from services.chassis.db.base import COLUMN_TYPES, SortedId, new_metadata
from services.notify.domain.delivery import Channel, State, Urgency


class Base(DeclarativeBase):
    """The tables of notify."""

    metadata = new_metadata()
    type_annotation_map = COLUMN_TYPES


class Delivery(Base):
    """One message to one recipient over one channel; also the archive of what was sent.

    `execute_after` is when something is to be done: send, or, while sending, when the lease ends,
    or, when sent, when a missing callback is acted on; NULL when there is nothing to do. `sealed`
    is the secret until it is sent or worthless; `values` never hold it.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_due",
            "urgency",
            "execute_after",
            postgresql_where=text("execute_after IS NOT NULL"),
        ),
        Index("ix_delivery_list", "utility", "id"),
        Index("ix_delivery_recipient", "recipient"),
        Index("ix_delivery_cause", "cause"),
        Index("ix_delivery_subject", "subject", postgresql_where=text("subject IS NOT NULL")),
        Index("ix_delivery_person_id", "person_id", postgresql_where=text("person_id IS NOT NULL")),
    )

    id: Mapped[SortedId] = mapped_column(primary_key=True)
    dedup_key: Mapped[str] = mapped_column(unique=True)
    cause: Mapped[str]
    """The news it brings; news that was told once is not told again."""
    utility: Mapped[str]
    channel: Mapped[Channel] = mapped_column(Text)
    message: Mapped[str]
    urgency: Mapped[Urgency] = mapped_column(Text)
    person_id: Mapped[str | None]
    recipient: Mapped[str]
    language: Mapped[str]
    values: Mapped[dict[str, Any]]
    sealed: Mapped[str | None]
    subject: Mapped[str | None]
    """What it is about, where that decides whether it is still wanted (an incident)."""
    while_case: Mapped[str | None]
    while_status: Mapped[str | None]
    """Wanted only while that case has that status; asked just before sending."""
    state: Mapped[State] = mapped_column(Text)
    attempts: Mapped[int]
    execute_after: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    provider_id: Mapped[str | None]
    problem: Mapped[str | None]
    trace: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class Attempt(Base):
    """One try to hand a delivery to a provider; `outcome` is NULL while nobody knows."""

    __tablename__ = "attempt"
    __table_args__ = (
        Index(
            "uq_attempt_provider_id",
            "provider_id",
            unique=True,
            postgresql_where=text("provider_id IS NOT NULL"),
        ),
    )

    delivery_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    provider_id: Mapped[str | None]
    problem: Mapped[str | None]


class EarlyCallback(Base):
    """A callback that overtook the provider's answer; applied when the answer is written."""

    __tablename__ = "early_callback"

    provider_id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[State] = mapped_column(Text)
    error: Mapped[str]
    at: Mapped[datetime]


class Contact(Base):
    """A person as identity last described them."""

    __tablename__ = "contact"

    person_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    name: Mapped[str]
    email: Mapped[str]
    mobile: Mapped[str | None]
    language: Mapped[str]
    firm_ids: Mapped[list[Any]]
    staff_of: Mapped[list[Any]]
    staff_roles: Mapped[list[Any]]
    active: Mapped[bool]


class FirmContact(Base):
    """A firm's address as identity last described it."""

    __tablename__ = "firm_contact"

    firm_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    orgnr: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    language: Mapped[str]
    language_revision: Mapped[int]
    """Not every event about a firm names its language."""


class FirmStanding(Base):
    """How a firm stands with a utility; the approved ones are told of freezes."""

    __tablename__ = "firm_standing"

    utility: Mapped[str] = mapped_column(primary_key=True)
    firm_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    status: Mapped[str]


class Utility(Base):
    """A utility's names; `sequence` is that of identity's event."""

    __tablename__ = "utility"

    utility: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    short_name: Mapped[str]
    duty_phone: Mapped[str]
    contractor_url: Mapped[str]
    operator_url: Mapped[str]
    training: Mapped[bool]


class CaseParty(Base):
    """Who is on a case, for events that name only the case."""

    __tablename__ = "case_party"

    case_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    revision: Mapped[int]
    number: Mapped[str | None]
    type_title: Mapped[dict[str, Any]]
    place: Mapped[str]
    firm_id: Mapped[str]
    contact_id: Mapped[str | None]
    caseworker_id: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="")


class Freeze(Base):
    """A freeze window as cases last described it."""

    __tablename__ = "freeze_window"

    freeze_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    revision: Mapped[int]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    blocks: Mapped[list[Any]]
    reason: Mapped[dict[str, Any]]
    state: Mapped[str]


class OnCallPhones(Base):
    """Who a utility rings in an emergency, in order."""

    __tablename__ = "on_call"

    utility: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    phones: Mapped[list[Any]]
    changed_at: Mapped[datetime]


class Incident(Base):
    """An emergency report and what was done with it. `escalate_at` rings the next phone."""

    __tablename__ = "incident"
    __table_args__ = (
        Index("ix_incident_list", "utility", "reported_at"),
        Index(
            "ix_incident_escalate",
            "escalate_at",
            postgresql_where=text("escalate_at IS NOT NULL"),
        ),
    )

    reference: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    reported_at: Mapped[datetime]
    severity: Mapped[int]
    report: Mapped[dict[str, Any]]
    state: Mapped[str]
    rung_steps: Mapped[int]
    """How many times somebody was rung because of it."""
    paged_at: Mapped[datetime | None]
    escalate_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None]
    note: Mapped[str | None]
    created_at: Mapped[datetime]


class News(Base):
    """A news post (løypemelding); a draft until `published_at`."""

    __tablename__ = "news"

    utility: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[dict[str, Any]]
    lead: Mapped[dict[str, Any]]
    body: Mapped[dict[str, Any]]
    author: Mapped[str]
    published_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PublicContact(Base):
    """A contact point by purpose; `changed_at` is empty while it is as a file configured it.

    One that was taken away in the portal stays as a row, so that no file brings it back.
    """

    __tablename__ = "public_contact"

    utility: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    hours: Mapped[str]
    changed_at: Mapped[datetime | None]
    removed: Mapped[bool]
