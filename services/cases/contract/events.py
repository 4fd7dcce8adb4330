"""What cases tells. Each carries what a listener needs to act without asking back."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.types import (
    Ball,
    FirmRef,
    FreezeState,
    ItemView,
    Outcome,
    PersonRef,
    Severity,
    Status,
    Switch,
    Texts,
    ZoneView,
)
from services.chassis.messages import Event


class CaseEvent(Event):
    """Common to all that happens to a case; `revision` is the case's version after it."""

    aggregate_kind: ClassVar[str] = "case"
    aggregate_field: ClassVar[str] = "case_id"

    case_id: str
    revision: int
    number: str | None
    type: str
    type_title: Texts
    title: str
    status: Status
    ball: Ball
    firm: FirmRef
    contact: PersonRef | None
    """Who acts for the firm on this case."""
    caseworker: PersonRef | None
    place: str


class CaseCreated(CaseEvent):
    """A draft exists; documents may be uploaded to it."""


class CaseSubmitted(CaseEvent):
    """The firm sent it in."""

    document_ids: list[str]


class CaseReceived(CaseEvent):
    """Received by the utility, with a number and a zone; the receipt follows."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"summary"})
    received_at: datetime
    expected_by: datetime | None
    zone: ZoneView | None
    summary: list[tuple[Texts, str]]
    """Label and shown value of each answered field, for the receipt."""


class CaseAssigned(CaseEvent):
    """Somebody handles it now."""


class InformationRequested(CaseEvent):
    """A deficiency letter was sent."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"items"})
    letter: int
    severity: Severity
    due_at: datetime
    items: list[ItemView]


class SupplementSent(CaseEvent):
    """The firm answered; `complete` when no item is left open."""

    letter: int
    complete: bool
    document_ids: list[str]


class SupplementAccepted(CaseEvent):
    """The utility is satisfied with the answers."""

    letter: int


class DecisionProposed(CaseEvent):
    """A decision waits for an approver."""

    outcome: Outcome


class ProposalDeclined(CaseEvent):
    """The approver sent it back."""


class DecisionRecorded(CaseEvent):
    """The utility decided."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"text"})
    outcome: Outcome
    conditions: list[str]
    text: str
    decided_by: PersonRef
    decided_at: datetime
    appeal_until: datetime | None


class StatementGiven(CaseEvent):
    """The utility answered a request for a preliminary statement."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"text"})
    conditions: list[str]
    text: str
    given_by: PersonRef
    given_at: datetime


class CaseWithdrawn(CaseEvent):
    """The firm took it back."""


class FreezeChanged(Event):
    """A freeze window was planned, moved, announced, begun, ended or cancelled."""

    aggregate_kind: ClassVar[str] = "freeze"
    aggregate_field: ClassVar[str] = "freeze_id"

    freeze_id: str
    revision: int
    starts_at: datetime
    ends_at: datetime
    blocks: list[Switch]
    reason: Texts
    state: FreezeState
