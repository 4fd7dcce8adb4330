"""Of what firms have proven."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from services.chassis.messages import Event
from services.identity.contract.types.trades import Titles
from services.identity.contract.types.words import Language


class QualificationEvent(Event):
    """Common to them; `email` is the firm's post address."""

    aggregate_kind: ClassVar[str] = "firm"
    aggregate_field: ClassVar[str] = "firm_id"

    firm_id: str
    firm_name: str
    qualification_id: str
    title: Titles
    number: str
    email: str
    language: Language


class QualificationStated(QualificationEvent):
    """A firm states one; its registrar finds it in the queue."""

    audit_only: ClassVar[bool] = True


class QualificationDecided(QualificationEvent):
    """The registrar verified or refused it."""

    state: Literal["verified", "refused"]
    reason: str


class QualificationEnding(QualificationEvent):
    """It runs out soon; `days` are those left."""

    days: int
    expires_on: date
