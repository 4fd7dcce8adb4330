"""Who handles a case."""

from __future__ import annotations

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.chassis.messages import Command, Nothing
from services.chassis.norway import Kommunenr


class AssignCase(Command[CaseView]):
    """A caseworker takes it, or gives it to another. Refuses NoSuchCaseworker."""

    case_id: str
    person_id: str = ""
    """Empty: oneself; `none`: nobody, and the case waits for somebody again."""
    person_name: str = ""
    """Not used: names are those identity told."""


class ConfigureZone(Command[Nothing]):
    """A zone as data: gnr ranges, contact, default caseworker (system)."""

    utility: str
    code: str
    name: str
    email: str
    phone: str
    kommunenr: Kommunenr
    gnr_from: int = Field(ge=1)
    gnr_to: int
    bnr_from: int = Field(default=1, ge=1)
    bnr_to: int = 99_999
