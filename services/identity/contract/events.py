"""What identity tells."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from services.chassis.messages import Event
from services.identity.contract.types import (
    FirmEmails,
    FirmPlace,
    FirmStatus,
    Language,
    Portal,
    Profession,
    StaffPost,
)

CodePurpose = Literal["registration", "login", "enrolment"]
LinkPurpose = Literal["registration", "enrolment"]


class _PersonEvent(Event):
    aggregate_kind: ClassVar[str] = "person"
    aggregate_field: ClassVar[str] = "person_id"


class _FirmEvent(Event):
    aggregate_kind: ClassVar[str] = "firm"
    aggregate_field: ClassVar[str] = "firm_id"

    firm_id: str
    orgnr: str
    name: str
    revision: int
    """Grows with each change; an older revision never overwrites a newer."""


class UtilityConfigured(Event):
    """A utility was created or changed."""

    aggregate_kind: ClassVar[str] = "utility"
    aggregate_field: ClassVar[str] = "utility_id"

    utility_id: str
    name: str
    short_name: str
    duty_phone: str
    training: bool


class FirmRegistered(_FirmEvent):
    """A firm has proven its administrator's phone and e-mail and waits for approval."""

    municipality: str
    professions: list[Profession]
    emails: FirmEmails
    language: Language


class FirmApproved(_FirmEvent):
    """The utility let the firm in."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"note"})
    professions: list[Profession]
    emails: FirmEmails
    language: Language
    note: str = ""


class FirmRejected(_FirmEvent):
    """The utility said no."""

    emails: FirmEmails
    language: Language
    reason: str


class FirmChanged(_FirmEvent):
    """Name, contacts, professions or status changed."""

    status: FirmStatus
    professions: list[Profession]
    emails: FirmEmails


class PersonChanged(_PersonEvent):
    """Who somebody is and how to reach them, as of this revision."""

    person_id: str
    revision: int
    name: str
    email: str
    mobile: str | None
    language: Language
    firm_ids: list[str]
    staff_of: list[str]
    staff_roles: list[str]
    active: bool = True
    firms: list[FirmPlace] = []
    """The same firms with utility and roles: a firm has its own people at each utility."""
    posts: list[StaffPost] = []
    """The same posts by utility."""


class CodeIssued(_PersonEvent):
    """A one-time code to send by SMS; sealed to notify, worthless after `expires_at`."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_code", "mobile"})
    person_id: str
    purpose: CodePurpose
    mobile: str
    sealed_code: str
    expires_at: datetime
    language: Language


class LinkIssued(_PersonEvent):
    """A link to send by e-mail; the token in it is sealed to notify.

    `path` is the portal page, with `{token}` where the token goes.
    """

    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_token", "email"})
    person_id: str
    purpose: LinkPurpose
    portal: Portal
    email: str
    path: str
    sealed_token: str
    expires_at: datetime
    language: Language
    firm_name: str = ""
    """The firm to be registered, when the link is for that."""


class MobileEnrolled(_PersonEvent):
    """A person's mobile was registered or changed; the old contact is told."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email", "old_mobile"})
    person_id: str
    email: str
    old_mobile: str | None
    language: Language


class SessionOpened(_PersonEvent):
    """Somebody logged in with both factors."""

    audit_only: ClassVar[bool] = True
    person_id: str
    session_id: str
    portal: Portal
    method: str


class SessionEnded(_PersonEvent):
    """A session is over; its tokens are refused from now on."""

    person_id: str
    session_id: str
    portal: Portal
    why: Literal["logged_out", "ended_elsewhere", "expired", "credentials_changed", "locked"]


class LoginRefused(_PersonEvent):
    """A known person's login failed."""

    audit_only: ClassVar[bool] = True
    person_id: str
    portal: Portal
    why: Literal["password", "factor", "locked"]
