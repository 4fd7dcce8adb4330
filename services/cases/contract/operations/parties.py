"""Several firms on one case, and cases that change firm."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.parties import (
    Confirmation,
    FormerCases,
    Invitations,
    PartyRight,
)
from services.chassis.messages import Command, Nothing, Query
from services.chassis.norway import Orgnr


class InviteParty(Command[CaseView]):
    """The applicant asks another firm onto the case.

    Refuses FirmCannotTakePart when it is not approved at the utility, is the applicant, or is on
    the case or asked already.
    """

    case_id: str
    orgnr: Orgnr
    role: Literal["PRO", "UTF"]
    right: PartyRight = "read"


class ListInvitations(Query[Invitations]):
    """Cases the firm is asked onto and has not answered."""


class AnswerInvitation(Command[Nothing]):
    """The invited firm accepts or declines. Refuses CaseInvitationNotFound."""

    party_id: str
    accept: bool


class EndParty(Command[Nothing]):
    """The applicant takes a firm (or an invitation) off the case, or that firm leaves it.

    Refuses CaseInvitationNotFound for what is not there, or not any more.
    """

    party_id: str


class TakeContact(Command[CaseView]):
    """Somebody of the applicant becomes the one the utility writes to."""

    case_id: str


class TransferCase(Command[CaseView]):
    """The utility gives a case to another firm.

    With the policy `confirmed` both firms' confirmations are recorded, the history stays, and the
    former firm keeps what it had seen and its own documents. With `new_application` the new firm
    gets a draft that continues this case, which stays where it is. Refuses ConfirmationMissing,
    FirmCannotTakePart, ActionNotOpen when the case has ended.
    """

    case_id: str
    orgnr: Orgnr
    reason: str = Field(min_length=3, max_length=2000)
    confirmations: list[Confirmation] = Field(default=[], max_length=2)


class ListFormerCases(Query[FormerCases]):
    """Cases the firm had before they were given to another."""
