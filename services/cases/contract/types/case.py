"""A case, in a list and by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.cases.contract.types.appeals import AppealView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.deficiencies import DeficiencyView, PreparedLetter
from services.cases.contract.types.drafts import Edited, Origin
from services.cases.contract.types.exemptions import ExemptionView
from services.cases.contract.types.parties import (
    CaseLink,
    ClientView,
    FirmRef,
    PartyView,
    PersonRef,
    Standing,
    ZoneView,
)
from services.cases.contract.types.publishing import NewerVersion
from services.cases.contract.types.words import Ball, CaseClass, Status, Texts
from services.chassis.messages import Message
from services.chassis.norway import Property


class ActionView(Message):
    """A move and whether it is open now, from the guard that executes it."""

    name: str
    enabled: bool
    reason: str | None = None
    """Code of the guard that closes it; a text exists for each."""


class CaseRow(Message):
    """A case in a list."""

    case_id: str
    number: str | None
    type: str
    type_title: Texts
    title: str
    status: Status
    ball: Ball
    firm: FirmRef
    place: str
    zone: str | None
    zone_name: str = ""
    """Empty for the zone that distributes by hand, which nobody has named."""
    caseworker: PersonRef | None
    submitted_at: datetime | None
    expected_by: datetime | None
    due_at: datetime | None
    updated_at: datetime
    version: int
    edited: Edited | None = None
    """Who saved a draft last."""
    unread: int = 0
    """Messages of the dialogue that the reader has not read."""
    news: bool = False
    """The other side has done something since one looked; in lists only."""


class CasePage(Message):
    """A page of a list; `next` is the cursor of the following one."""

    items: list[CaseRow]
    next: str | None = None


class CaseView(CaseRow):
    """A case page."""

    utility: str
    type_version: int
    case_class: CaseClass
    created_at: datetime
    received_at: datetime | None
    complete_at: datetime | None
    zone_contact: ZoneView | None
    values: dict[str, Any]
    origin: Origin
    properties: list[Property]
    deficiencies: list[DeficiencyView]
    prepared: PreparedLetter | None = None
    """The letter being written; the utility's own."""
    proposal: DecisionView | None
    decision: DecisionView | None
    earlier_decisions: list[DecisionView] = []
    """Put aside by a reopening or an appeal, oldest first."""
    appeal: AppealView | None = None
    started_at: datetime | None = None
    """When the firm told that the approved work had begun."""
    lapses_at: datetime | None = None
    """When an approval that nobody uses lapses."""
    parties: list[PartyView] = []
    """The applicant first, then those invited; what others answered is the applicant's to see."""
    standing: Standing = "applicant"
    """What the reader is on the case."""
    client: ClientView | None = None
    """Whom it is for, as the form says; the applicant is a professional firm."""
    contact: PersonRef | None = None
    """Who acts for the applicant."""
    continues: CaseLink | None = None
    """The case whose work this one takes over."""
    exemptions: list[ExemptionView] = []
    """What lets the case, or its firm, through a freeze now."""
    former_until: datetime | None = None
    """Set when the reader's firm has left the case: this is how it looked then."""
    actions: list[ActionView]
    newer: NewerVersion | None = None
    """A draft's type has a newer version: what changed, and what would be dropped."""
    sequence: int


class TimelineEntry(Message):
    """One step of the case's progress."""

    at: datetime
    action: str
    status: Status
    by: str
    """Empty: the system itself."""
    facts: dict[str, Any] = {}


class Timeline(Message):
    """Oldest first."""

    items: list[TimelineEntry]
