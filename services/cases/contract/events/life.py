"""A case's ways."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import ClientView, ZoneView
from services.cases.contract.types.words import Texts


class CaseCreated(CaseEvent):
    """A draft exists; documents may be uploaded to it."""


class CaseSubmitted(CaseEvent):
    """The firm sent it in."""

    document_ids: list[str]


class CaseReceived(CaseEvent):
    """Received by the utility, with a number and a zone; the receipt follows."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"summary", "client"})
    received_at: datetime
    expected_by: datetime | None
    zone: ZoneView | None
    summary: list[tuple[Texts, str]]
    """Label and shown value of each answered field, for the receipt."""
    client: ClientView | None = None


class CaseAssigned(CaseEvent):
    """Somebody handles it now."""


class CaseWithdrawn(CaseEvent):
    """The firm took it back."""
