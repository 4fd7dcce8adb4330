"""Exemptions from a freeze window."""

from __future__ import annotations

from datetime import datetime

from services.cases.contract.types.parties import CaseLink, FirmRef, PersonRef
from services.chassis.messages import Message


class ExemptionView(Message):
    """One firm, or one case, that a freeze does not stop until `ends_at`; never both."""

    exemption_id: str
    freeze_id: str
    firm: FirmRef | None
    case: CaseLink | None
    reason: str
    ends_at: datetime
    granted_by: PersonRef
    granted_at: datetime
