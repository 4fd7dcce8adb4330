"""What notify tells."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.chassis.messages import Event
from services.notify.contract.types import ContactPurpose


class _IncidentEvent(Event):
    aggregate_kind: ClassVar[str] = "incident"
    aggregate_field: ClassVar[str] = "reference"

    reference: str


class IncidentReported(_IncidentEvent):
    """The duty centre has it."""

    severity: int


class PageAccepted(_IncidentEvent):
    """The provider has accepted the first ring: the lifeline stands down."""

    channel: str
    at: datetime


class IncidentAcknowledged(_IncidentEvent):
    """Somebody took it."""

    by: str
    at: datetime


class IncidentResolved(_IncidentEvent):
    """The duty officer closed it."""

    audit_only: ClassVar[bool] = True

    by: str
    at: datetime


class OnCallChanged(Event):
    """Who is rung from now on; the lifeline keeps it beside the spool."""

    aggregate_kind: ClassVar[str] = "on_call"
    aggregate_field: ClassVar[str] = "utility_id"
    unaudited: ClassVar[frozenset[str]] = frozenset({"phones"})

    utility_id: str
    revision: int
    phones: list[str]


class ContactPointChanged(Event):
    """Whom one turns to for something, as set in the portal from now on."""

    aggregate_kind: ClassVar[str] = "contacts"
    aggregate_field: ClassVar[str] = "utility_id"

    utility_id: str
    purpose: ContactPurpose
    name: str
    phone: str
    email: str
    hours: str
    removed: bool = False


class NewsPublished(Event):
    """A post is public."""

    aggregate_kind: ClassVar[str] = "news"
    aggregate_field: ClassVar[str] = "slug"

    slug: str
    published_at: datetime


class AddressBounced(Event):
    """A mail server refuses an address for good; whoever owns it must give another."""

    aggregate_kind: ClassVar[str] = "delivery"
    aggregate_field: ClassVar[str] = "delivery_id"
    unaudited: ClassVar[frozenset[str]] = frozenset({"email"})

    delivery_id: str
    email: str
    at: datetime
