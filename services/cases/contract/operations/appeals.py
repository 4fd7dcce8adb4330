"""Appeals of decisions."""

from __future__ import annotations

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.chassis.messages import Command


class AppealDecision(Command[CaseView]):
    """The firm appeals; a late appeal is taken in and flagged. Refuses NothingToAppeal."""

    case_id: str
    text: str = Field(min_length=3, max_length=20000)
    """What should be changed, and why."""
    document_ids: list[str] = Field(default=[], max_length=20)


class WithdrawAppeal(Command[CaseView]):
    """The firm takes the appeal back; the decision stands."""

    case_id: str
    reason: str = Field(default="", max_length=2000)


class AdmitAppeal(Command[CaseView]):
    """A leader lets a late appeal in (forvaltningsloven section 31). Refuses AppealElsewhere."""

    case_id: str
    reason: str = Field(min_length=3, max_length=4000)


class RejectAppeal(Command[CaseView]):
    """A leader rejects an appeal without trying it: too late, or not a party."""

    case_id: str
    reason: str = Field(min_length=3, max_length=4000)


class SendOnAppeal(Command[CaseView]):
    """The utility keeps its decision and sends the appeal to the appeal body."""

    case_id: str
    reason: str = Field(min_length=3, max_length=20000)
    """The utility's own view, which goes with it."""


class OverturnDecision(Command[CaseView]):
    """The decision falls, by the utility's own doing or the appeal body's; a new one is made."""

    case_id: str
    reason: str = Field(min_length=3, max_length=20000)


class UpholdDecision(Command[CaseView]):
    """The appeal body found that the decision stands."""

    case_id: str
    reason: str = Field(min_length=3, max_length=20000)
