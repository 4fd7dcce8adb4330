"""Shapes identity answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.chassis.messages import Actor, Message
from services.chassis.norway import Mobile, Orgnr, Phone

Language = Literal["nb", "nn", "en"]
Portal = Literal["contractor", "operator"]
Profession = Literal["rorlegger", "entreprenor", "konsulent"]
FirmStatus = Literal["registering", "waiting", "approved", "rejected", "suspended"]
FirmRole = Literal["firm_admin", "applicant", "field_worker", "reader"]
StaffRole = Literal[
    "caseworker",
    "approver",
    "zone_operator",
    "duty_officer",
    "editor",
    "firm_registrar",
    "archivist",
    "administrator",
    "auditor",
]
FactorMethod = Literal["sms", "totp", "passkey", "recovery"]
Email = Annotated[
    str, Field(pattern=r"^[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}$", max_length=254, strict=True)
]
Name = Annotated[str, Field(min_length=2, max_length=120)]
ShownPhone = Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
"""A number people are shown and dial themselves; short numbers too. Alarms do not go here."""
SecretText = Annotated[str, Field(min_length=1, max_length=200)]


class FirmEmails(Message):
    """E-mail addresses by purpose."""

    post: Email
    invoice: Email | None = None


class NewFirm(Message):
    """A firm as its first administrator describes it."""

    name: Name
    municipality: str = Field(min_length=2, max_length=60)
    phone: Phone
    emails: FirmEmails


class NewAdmin(Message):
    """The person who registers the firm and becomes its administrator."""

    name: Name
    email: Email
    mobile: Mobile
    password: Annotated[str, Field(max_length=128)]
    language: Language = "nb"


class FirmHit(Message):
    """What the public may know of a firm, and nothing more."""

    firm_id: str
    name: str
    orgnr: Orgnr
    municipality: str
    approved: bool


class FirmHits(Message):
    """Best match first, at most 20."""

    items: list[FirmHit]


class RegistryAnswer(Message):
    """Enhetsregisteret on an organisation number."""

    source: Literal["enhetsregisteret", "unavailable"]
    found: bool = False
    orgnr: str = ""
    name: str = ""
    address: str = ""
    municipality: str = ""
    language: Language = "nb"
    warnings: list[
        Literal["unknown", "deleted", "bankrupt", "winding_up", "not_in_foretaksregisteret"]
    ] = []


class RegistrationReceipt(Message):
    """Where a registration stands; the hint is the masked mobile number."""

    registration_id: str
    mobile_proven: bool = False
    email_proven: bool = False
    hint: str = ""
    firm_status: FirmStatus = "registering"


class LoginStep(Message):
    """The password was right (or seems so); `attempt` is the secret of the pre-session cookie."""

    attempt: str
    next: Literal["factor", "enrol_mobile"]
    methods: list[FactorMethod]
    hint: str
    resend_after: int = 60
    """Seconds until a new code may be asked for."""


class FirmPlace(BaseModel):
    """A person's place in a firm at a utility, as events tell it; read tolerantly."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    firm_id: str
    utility: str
    roles: list[str]


class StaffPost(BaseModel):
    """A person's post at a utility, as events tell it; read tolerantly."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    utility: str
    roles: list[str]


class FirmOfPerson(Message):
    """A firm one may act for, at one utility."""

    firm_id: str
    name: str
    orgnr: str
    utility: str
    status: FirmStatus
    roles: list[FirmRole]


class PersonView(Message):
    """A person, for that person."""

    person_id: str
    name: str
    email: str
    mobile_hint: str
    language: Language
    firms: list[FirmOfPerson]
    staff_roles: list[StaffRole]
    utility: str
    firm_id: str


class OpenedSession(Message):
    """A session that passed both factors; `secret` goes into the cookie and is never stored."""

    secret: str
    session_id: str
    idle_seconds: int
    ends_at: datetime
    person: PersonView


class CheckedSession(Message):
    """A living session; `token` is the service token and never leaves the gateway."""

    token: str
    actor: Actor
    session_id: str
    portal: Portal
    idle_until: datetime
    ends_at: datetime


class SessionRow(Message):
    """One of a person's sessions."""

    session_id: str
    portal: Portal
    device: str
    opened_at: datetime
    seen_at: datetime
    current: bool


class SessionRows(Message):
    """Newest first."""

    items: list[SessionRow]


class FirmRow(Message):
    """A firm in the registrar's queue."""

    firm_id: str
    name: str
    orgnr: str
    municipality: str
    status: FirmStatus
    professions: list[Profession]
    waiting_since: datetime | None
    registry: RegistryAnswer | None


class FirmPage(Message):
    """Oldest waiting first."""

    items: list[FirmRow]
    next: str | None = None


class FirmPerson(Message):
    """A person of a firm as the registrar sees them."""

    name: str
    email: str
    mobile: str
    roles: list[FirmRole]


class FirmView(FirmRow):
    """A firm, for its registrar or its own people."""

    phone: str
    emails: FirmEmails
    people: list[FirmPerson]
    reason: str = ""


class UtilityView(Message):
    """A utility as configuration; `hosts` are those of its two portals."""

    utility: str
    name: str
    short_name: str
    languages: list[Language] = ["nb", "nn", "en"]
    duty_phone: ShownPhone
    training: bool = False
    logo_text: str = ""


class Utilities(Message):
    """Every utility of the installation."""

    items: list[UtilityView]
