"""Who is on a case."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from services.cases.contract.types.words import Texts
from services.chassis.messages import Message

PartyRole = Literal["SOK", "PRO", "UTF"]
"""Ansvarlig søker, prosjekterende, utførende: the words of plan- og bygningsloven chapter 23."""

PartyRight = Literal["read", "contribute"]
"""Contribute: send files and messages, and answer items of a deficiency letter; what commits the
applicant (the form, submit, withdraw, appeal) stays the applicant's."""

PartyState = Literal["invited", "active", "declined", "ended"]

Standing = Literal["applicant", "contribute", "read", "former", "utility"]
"""What the reader's firm is on the case; staff stand on the utility's side."""


class FirmRef(Message):
    """A firm as it was on the case."""

    firm_id: str
    name: str
    orgnr: str


class PersonRef(Message):
    """A person as they were."""

    person_id: str
    name: str


class ClientView(Message):
    """Whom the work or the permit is for: a party of the case, no user and not its applicant."""

    kind: Literal["business", "person"]
    name: str
    orgnr: str = ""
    contact: str = ""
    """Who answers for a business."""
    address: str = ""
    email: str = ""
    mobile: str = ""


class ZoneView(Message):
    """Who handles the area, and how to reach them."""

    code: str
    name: str
    email: str
    phone: str


class PartyView(Message):
    """A firm on a case; the applicant has no id, as it is changed by transfer only."""

    party_id: str | None
    firm: FirmRef
    role: PartyRole
    right: PartyRight
    state: PartyState
    since: datetime | None


class InvitationView(Message):
    """What an invited firm sees before it has accepted: enough to know what it is about."""

    party_id: str
    case_id: str
    number: str | None
    type_title: Texts
    place: str
    applicant: FirmRef
    invited_by: PersonRef
    role: PartyRole
    right: PartyRight
    invited_at: datetime


class Invitations(Message):
    """Newest first."""

    items: list[InvitationView]


class CaseLink(Message):
    """Another case this one is bound to."""

    case_id: str
    number: str | None


class FormerCase(Message):
    """A case the firm had before it was given to another."""

    case_id: str
    number: str | None
    type_title: Texts
    title: str
    place: str
    until: datetime


class FormerCases(Message):
    """The latest lost first."""

    items: list[FormerCase]


class Confirmation(Message):
    """How a firm said that it agrees to a transfer."""

    side: Literal["former", "new"]
    by: str = Field(min_length=2, max_length=100)
    """The name of who said so for the firm."""
    how: Literal["letter", "email", "phone", "meeting", "portal"]
