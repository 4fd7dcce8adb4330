"""What notify can be asked."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)
from services.chassis.messages.own_data import ExportMineRequest
from services.chassis.messages.trail import ListDeedsRequest, ListTrailRequest
from services.notify.contract.types import (
    ContactPoint,
    ContactPoints,
    ContactPurpose,
    Deliveries,
    EmergencyReport,
    IncidentRow,
    Incidents,
    NewContactPoint,
    NewsList,
    NewsView,
    OnCall,
    Texts,
)


class Canary(CanaryRequest):
    """Prove that notify consumes and works."""


class ListParked(ListParkedRequest):
    """Parked events of notify."""


class ReplayParked(ReplayParkedRequest):
    """Replay one of them."""


class ReportEmergency(Command[IncidentRow]):
    """Keep an emergency report and page the person on call (public; idempotent by reference).

    `paged_by_lifeline` when the lifeline has rung already: it is kept, and nobody is rung again.
    """

    report: EmergencyReport
    paged_by_lifeline: datetime | None = None


class AcknowledgeIncident(Command[IncidentRow]):
    """Somebody takes it: by a key press on the phone, or as duty officer.

    Public: the gateway has checked the provider's signature.
    """

    reference: str
    phone: str = ""
    at: datetime | None = None


class ListIncidents(Query[Incidents]):
    """The duty centre's list (staff)."""

    open_only: bool = False


class ResolveIncident(Command[IncidentRow]):
    """The duty officer closes it with a note."""

    reference: str
    note: str = Field(min_length=3, max_length=4000)


class RecordDeliveryStatus(Command[Nothing]):
    """The provider's callback about one message (public; signature checked by the gateway).

    `delivery_id` is the `delivery` in the callback's address: with it a callback finds its message
    although the provider's own answer was lost.
    """

    provider_id: str = Field(max_length=64)
    delivery_id: str = Field(default="", max_length=64)
    status: str = Field(max_length=32)
    error: str = Field(default="", max_length=16)


class ListNews(Query[NewsList]):
    """Published posts (public); drafts too for an editor."""

    utility: str
    drafts: bool = False
    cursor: str = ""
    limit: int = Field(default=20, ge=1, le=100)


class GetNews(Query[NewsView]):
    """One post (public when published)."""

    utility: str
    slug: str


class WriteNews(Command[NewsView]):
    """An editor writes or changes a post. Refuses SlugTaken, TextMissing."""

    slug: str = Field(pattern="^[a-z0-9-]{3,80}$")
    title: Texts
    lead: Texts
    body: Texts
    new: bool = True


class PublishNews(Command[NewsView]):
    """Make it public, dated now or as given."""

    slug: str
    published_at: datetime | None = None


class ListContacts(Query[ContactPoints]):
    """Contact points by purpose (public)."""

    utility: str


class ConfigureContact(Command[Nothing]):
    """Set a contact point as a file says (system); one that was set in the portal stays."""

    utility: str
    contact: NewContactPoint


class SetContact(NewContactPoint, Command[ContactPoint]):
    """An editor says whom one turns to; for the duty centre a duty officer or administrator does.

    Refuses NotYourTask, ContactUnreachable, EmergencyNumberStays.
    """


class RemoveContact(Command[Nothing]):
    """An editor takes a contact point away.

    Refuses NotYourTask, EmergencyNumberStays, ContactNotFound.
    """

    purpose: ContactPurpose


class SetOnCall(Command[OnCall]):
    """Who is rung in an emergency (system, duty officer)."""

    utility: str
    on_call: OnCall


class ListDeliveries(Query[Deliveries]):
    """Messages sent and waiting (administrator)."""

    cursor: str = ""
    limit: int = Field(default=50, ge=1, le=100)


class ExportMine(ExportMineRequest):
    """How oneself is reached, and what was sent there."""


class ListDeeds(ListDeedsRequest):
    """What oneself has done, newest first."""


class ListTrail(ListTrailRequest):
    """Notify's own trail. Refuses NotYourTask."""
