"""Of exemptions, and of freezes that come up for firms with something outstanding."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import CaseLink, FirmRef
from services.chassis.messages import Event


class ExemptionGranted(Event):
    """A freeze does not stop this firm, or this case of the firm."""

    aggregate_kind: ClassVar[str] = "exemption"
    aggregate_field: ClassVar[str] = "exemption_id"

    exemption_id: str
    freeze_id: str
    firm_id: str
    firm: FirmRef
    case: CaseLink | None
    reason: str
    ends_at: datetime


class ExemptionRevoked(Event):
    """It is stopped again."""

    aggregate_kind: ClassVar[str] = "exemption"
    aggregate_field: ClassVar[str] = "exemption_id"

    exemption_id: str
    freeze_id: str
    firm_id: str


class FreezeComesUp(CaseEvent):
    """The firm has an unanswered letter, and supplements are soon stopped for a while."""

    freeze_id: str
    starts_at: datetime
    ends_at: datetime
    letter: int
    due_at: datetime
