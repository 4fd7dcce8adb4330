"""What a firm has proven."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from services.chassis.messages import Message
from services.identity.contract.types.trades import Titles

QualificationState = Literal["waiting", "verified", "refused"]


class QualificationView(Message):
    """A certificate as the firm states it, and what the registrar found."""

    qualification_id: str
    firm_id: str
    firm_name: str
    type: str
    title: Titles
    number: str
    holder: str
    """Whom it was issued to, when it is a person's."""
    issued_on: date
    expires_on: date | None
    """The last day it is valid."""
    document_id: str | None
    state: QualificationState
    reason: str = ""
    valid: bool
    """Verified, and not run out: it counts when the firm submits."""
    stated_at: datetime


class Qualifications(Message):
    """Newest first; in the registrar's queue, oldest first."""

    items: list[QualificationView]
