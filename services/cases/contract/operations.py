"""What cases can be asked."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from services.cases.contract.types import (
    Answer,
    Ball,
    CasePage,
    CaseTypeView,
    CaseView,
    Catalogue,
    CheckView,
    FreezeView,
    FreezeWindows,
    MissingItem,
    Outcome,
    Severity,
    Status,
    Switch,
    Texts,
    Timeline,
)
from services.chassis.messages import Command, Nothing, Query
from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)
from services.chassis.norway import Kommunenr


class Canary(CanaryRequest):
    """Prove that cases consumes and works."""


class ListParked(ListParkedRequest):
    """Parked events of cases."""


class ReplayParked(ReplayParkedRequest):
    """Replay one of them."""


class ListCaseTypes(Query[Catalogue]):
    """The public catalogue."""

    utility: str


class GetCaseType(Query[CaseTypeView]):
    """One type with its form (public); the newest version, or the one a case keeps."""

    utility: str
    code: str
    version: int | None = None


class CreateCase(Command[CaseView]):
    """A draft. Refuses NoSuchCaseType, NotForYourProfession."""

    type: str
    title: str = Field(default="", max_length=200)


class SaveForm(Command[CaseView]):
    """Autosave of a draft: the given values replace those fields, null removes one.

    Refuses StaleVersion (somebody else saved in between) and ActionNotOpen after submit. Values of
    the wrong type are refused as InvalidForm; missing ones are not a problem yet.
    """

    case_id: str
    version: int
    values: dict[str, Any] = Field(max_length=200)
    title: str | None = Field(default=None, max_length=200)


class CheckCase(Query[CheckView]):
    """What is missing before it can be submitted."""

    case_id: str


class SubmitCase(Command[CaseView]):
    """Send it in; it is received at once.

    Refuses FormIncomplete, DocumentNotReady (with `retry_after` for a file not yet heard of),
    IntakeFrozen, FirmNotApproved, NotForYourProfession, TypeNotOpen, StaleVersion, ActionNotOpen.
    """

    case_id: str
    version: int | None = None


class WithdrawCase(Command[CaseView]):
    """The firm takes it back."""

    case_id: str
    reason: str = Field(default="", max_length=2000)


class GetCase(Query[CaseView]):
    """One case. Unknown and foreign ones are CaseNotFound."""

    case_id: str


class ListCases(Query[CasePage]):
    """The firm's overview, or the utility's queue."""

    q: str = Field(default="", max_length=100)
    status: list[Status] = []
    type: str = ""
    ball: Ball | None = None
    zone: str = ""
    assignee: str = ""
    """A person id, `me` or `none`."""
    sort: Literal["-updated", "updated", "due", "-submitted"] = "-updated"
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class GetTimeline(Query[Timeline]):
    """The progress of the case."""

    case_id: str


class AssignCase(Command[CaseView]):
    """A caseworker takes it, or gives it to another. Refuses NoSuchCaseworker."""

    case_id: str
    person_id: str = ""
    """Empty: oneself."""
    person_name: str = ""
    """Not used: names are those identity told."""


class RequestInformation(Command[CaseView]):
    """A deficiency letter (mangelbrev); a minor lack pauses the clock, a major one resets it."""

    case_id: str
    missing: list[MissingItem] = Field(min_length=1, max_length=30)
    due_on: date
    """The last day; the deadline is the midnight after it. Refuses DateInThePast."""
    severity: Severity = "minor"


class SupplementCase(Command[CaseView]):
    """The firm answers items; those left open keep the ball with the firm. Refuses IntakeFrozen."""

    case_id: str
    answers: list[Answer] = Field(min_length=1, max_length=30)


class AcceptSupplement(Command[CaseView]):
    """The caseworker is satisfied; the clock goes on."""

    case_id: str


class ProposeDecision(Command[CaseView]):
    """A drafted decision for an approver."""

    case_id: str
    outcome: Outcome
    conditions: list[str] = Field(default=[], max_length=30)
    text: str = Field(min_length=3, max_length=20000)


class DeclineProposal(Command[CaseView]):
    """The approver sends it back."""

    case_id: str
    reason: str = Field(min_length=3, max_length=2000)


class DecideCase(Command[CaseView]):
    """The approver decides; the letter follows. Refuses OwnProposal."""

    case_id: str
    outcome: Outcome | None = None
    conditions: list[str] | None = Field(default=None, max_length=30)
    text: str | None = Field(default=None, min_length=3, max_length=20000)


class AnswerStatement(Command[CaseView]):
    """The answer to a request for a preliminary statement (forhåndsuttalelse)."""

    case_id: str
    text: str = Field(min_length=3, max_length=20000)
    conditions: list[str] = Field(default=[], max_length=30)


class PlanFreeze(Command[FreezeView]):
    """An administrator plans a freeze window. Refuses BadInterval."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    blocks: list[Switch] = Field(min_length=1)
    reason: Texts
    announce_at: AwareDatetime | None = None
    """When the public is told; at once unless a later instant is given."""


class MoveFreeze(Command[FreezeView]):
    """Move or cancel a freeze; every banner and date follows."""

    freeze_id: str
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    cancel: bool = False


class ListFreezes(Query[FreezeWindows]):
    """Every freeze of the utility (staff)."""


class GetNotices(Query[FreezeWindows]):
    """Running and coming freezes (public)."""

    utility: str


class ConfigureZone(Command[Nothing]):
    """A zone as data: gnr ranges, contact, default caseworker (system)."""

    utility: str
    code: str
    name: str
    email: str
    phone: str
    kommunenr: Kommunenr
    gnr_from: int = Field(ge=1)
    gnr_to: int
