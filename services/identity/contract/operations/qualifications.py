"""A firm states what it can prove, and a registrar looks at the proof."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from services.chassis.messages import Command, Nothing, OneLine, Query
from services.chassis.norway import NoNationalId
from services.identity.contract.types.qualifications import Qualifications, QualificationView
from services.identity.contract.types.trades import TradeCode
from services.identity.contract.types.words import Reason


class ListQualifications(Query[Qualifications]):
    """Those of the firm one acts for; a registrar names a firm, or sees what waits."""

    firm_id: str = Field(default="", max_length=100)


class StateQualification(Command[QualificationView]):
    """The firm's administrator states one; it counts when it is verified."""

    type: TradeCode
    number: Annotated[str, Field(min_length=1, max_length=60), NoNationalId, OneLine]
    holder: Annotated[str, Field(max_length=120), NoNationalId, OneLine] = ""
    issued_on: date
    expires_on: date | None = None
    document_id: str | None = Field(default=None, max_length=100)
    """Proof, uploaded to the firm's folder."""


class DropQualification(Command[Nothing]):
    """The firm's administrator takes one back. Refuses QualificationNotFound."""

    qualification_id: str


class VerifyQualification(Command[QualificationView]):
    """The registrar has looked at the proof. Refuses QualificationNotOpen."""

    qualification_id: str


class RefuseQualification(Command[QualificationView]):
    """The registrar says why not. Refuses QualificationNotOpen."""

    qualification_id: str
    reason: Reason
