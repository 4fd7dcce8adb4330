"""Of firms on a case."""

from __future__ import annotations

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import FirmRef, PartyRight, PartyRole


class PartyInvited(CaseEvent):
    """The applicant asked a firm onto the case."""

    party_id: str
    party: FirmRef
    role: PartyRole
    right: PartyRight


class PartyAnswered(CaseEvent):
    """The firm that was asked accepted, or declined."""

    party: FirmRef
    role: PartyRole
    accepted: bool


class PartyEnded(CaseEvent):
    """A firm is not on the case any more, or its invitation was taken back."""

    party: FirmRef
    role: PartyRole


class ContactChanged(CaseEvent):
    """Somebody else acts for the applicant."""


class FirmChangedOnCase(CaseEvent):
    """The case belongs to another firm now; `firm` is the new one."""

    former: FirmRef
    reason: str


class NewApplicationNeeded(CaseEvent):
    """Another firm takes the work over and applies anew; this case stays where it is."""

    taken_by: FirmRef
    new_case_id: str
    reason: str
