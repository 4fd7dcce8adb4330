"""Shapes notify answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from services.chassis.messages import Lines, Message, OneLine
from services.chassis.norway import NoNationalId, Phone, ShownPhoneIfAny

Texts = dict[Literal["nb", "nn", "en"], str]
Hazard = Literal["ice", "undermining", "traffic", "electricity", "landslide", "other"]
IncidentState = Literal["reported", "acknowledged", "resolved"]


class Place(Message):
    """Where it is: at least one of them."""

    address: Annotated[str, Field(max_length=200), OneLine] = ""
    gnr: int | None = Field(default=None, ge=1)
    bnr: int | None = Field(default=None, ge=1)
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    text: Annotated[str, Field(max_length=500), Lines] = ""


class Reporter(Message):
    """Who reports."""

    name: Annotated[str, Field(min_length=1, max_length=120), OneLine]
    phone: Phone
    role: Literal["subscriber", "rorlegger", "entreprenor", "police_fire", "employee", "other"] = (
        "other"
    )
    orgnr: Annotated[str, Field(max_length=20), OneLine] | None = None


class EmergencyReport(Message):
    """What the gateway spools, the lifeline reads and notify keeps."""

    reference: str
    utility: str
    reported_at: datetime
    place: Place
    description: Annotated[str, Field(min_length=3, max_length=2000), Lines]
    severity: int = Field(ge=1, le=4)
    water_off: Literal["no", "partly", "yes"] = "no"
    hazards: list[Hazard] = []
    reporter: Reporter


class IncidentRow(Message):
    """An incident in the duty centre's list."""

    reference: str
    reported_at: datetime
    severity: int
    place: str
    description: str
    reporter_name: str
    reporter_phone: str
    state: IncidentState
    paged_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by: str | None


class Incidents(Message):
    """Newest first."""

    items: list[IncidentRow]


class NewsRow(Message):
    """A news post (løypemelding) in a list."""

    slug: str
    title: Texts
    lead: Texts
    published_at: datetime | None
    updated_at: datetime


class NewsView(NewsRow):
    """A news post; `body` is Markdown without HTML, `{{freeze}}` embeds the live freeze window."""

    body: Texts
    author: str


class NewsList(Message):
    """Newest first."""

    items: list[NewsRow]
    next: str | None = None


class DeliveryRow(Message):
    """A message to one recipient; secrets masked."""

    delivery_id: str
    channel: Literal["sms", "email", "call"]
    message: str
    recipient_hint: str
    state: Literal["waiting", "sending", "sent", "delivered", "failed", "expired"]
    attempts: int
    created_at: datetime
    sent_at: datetime | None
    problem: str | None


class Deliveries(Message):
    """Newest first."""

    items: list[DeliveryRow]
    next: str | None = None


ContactPurpose = Literal[
    "emergency", "portal_help", "case_help", "firm_registration", "invoice", "project"
]
"""What one turns to a contact point for, in the order they are shown. Zones have their own."""


class ContactPoint(Message):
    """A contact point by purpose; configuration, never a hard-coded person."""

    purpose: ContactPurpose
    name: str
    phone: str = ""
    email: str = ""
    hours: str = ""
    changed_at: datetime | None = None
    """When somebody set it in the portal; empty while it is as it was configured."""


class NewContactPoint(Message):
    """What a contact point is to say."""

    purpose: ContactPurpose
    name: Annotated[str, Field(min_length=2, max_length=120), NoNationalId, OneLine]
    phone: ShownPhoneIfAny = ""
    email: str = Field(default="", pattern=r"^$|^[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}$", max_length=254)
    hours: Annotated[str, Field(max_length=100), NoNationalId, OneLine] = ""


class ContactPoints(Message):
    """In the order they are shown."""

    items: list[ContactPoint]


class OnCall(Message):
    """Who is rung, in order; their own mobiles, never the number shown to the public."""

    phones: list[Phone] = Field(min_length=1, max_length=10)
