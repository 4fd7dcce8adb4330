"""Common to all that happens to a case."""

from __future__ import annotations

from typing import ClassVar

from services.cases.contract.types.parties import FirmRef, PartyRight, PersonRef
from services.cases.contract.types.words import Ball, Status, Texts
from services.chassis.messages import Event


class CaseEvent(Event):
    """Common to all that happens to a case; `revision` is the case's version after it."""

    aggregate_kind: ClassVar[str] = "case"
    aggregate_field: ClassVar[str] = "case_id"

    case_id: str
    revision: int
    number: str | None
    type: str
    type_title: Texts
    title: str
    status: Status
    ball: Ball
    firm: FirmRef
    contact: PersonRef | None
    """Who acts for the firm on this case."""
    caseworker: PersonRef | None
    place: str
    parties: dict[str, PartyRight] = {}
    """Other firms on the case now, each with its right."""
    formers: list[str] = []
    """Firms the case was taken from."""
