"""Appeals of decisions."""

from __future__ import annotations

from datetime import datetime

from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.words import AppealState, Status, Texts
from services.chassis.messages import Message


class AppealView(Message):
    """An appeal, and how far it has come; `state` stays when it is settled."""

    text: str
    document_ids: list[str] = []
    by: PersonRef
    received_at: datetime
    appeal_until: datetime | None = None
    """The limit it was measured against."""
    state: AppealState
    status_before: Status
    """What the case is again if the decision stands."""
    body: Texts | None = None
    """Who decides when the utility does not change its mind."""
    sent_on_at: datetime | None = None
    settled_at: datetime | None = None
    case_id: str | None = None
    """The case the appeal is, when it was sent in as one."""
    case_number: str | None = None
    reason: str = ""
    """What was said last: why it was let in or rejected, or what the appeal body found."""
