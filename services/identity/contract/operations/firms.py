"""Firms: found, looked up, approved."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from services.chassis.messages import Command, Query
from services.chassis.norway import Orgnr
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.firms import (
    FirmEmails,
    FirmHit,
    FirmHits,
    FirmPage,
    FirmView,
    NewFirm,
)
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.contract.types.trades import TradeCode
from services.identity.contract.types.words import FirmStatus, FreeText, Reason


class FindFirms(Query[FirmHits]):
    """ "Finn mitt firma": by name, tolerant of spelling, or by organisation number (public)."""

    q: str = Field(min_length=2, max_length=100)
    utility: str
    caller: Caller = Caller()


class NameFirm(Query[FirmHit]):
    """What the public may know of one firm (public). Refuses FirmNotFound."""

    firm_id: str = Field(max_length=100)
    utility: str


class LookUpFirm(Query[RegistryAnswer]):
    """Ask Enhetsregisteret; answers `unavailable` rather than failing (public)."""

    orgnr: Orgnr
    caller: Caller = Caller()


class GetFirm(Query[FirmView]):
    """A firm: one's own, or any at the utility for a registrar."""

    firm_id: str


class ListFirms(Query[FirmPage]):
    """The registrar's queue."""

    status: FirmStatus | None = None
    q: str = Field(default="", max_length=100)
    """A part of the name, or the beginning of the number."""
    warned: bool = False
    """Only those the register has a warning about."""
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class ApproveFirm(Command[FirmView]):
    """The registrar lets the firm in at this utility. Refuses ActionNotOpen."""

    firm_id: str
    note: FreeText = ""


class RejectFirm(Command[FirmView]):
    """The registrar says no, with a reason the firm is told."""

    firm_id: str
    reason: Reason


class SuspendFirm(Command[FirmView]):
    """The registrar stops an approved firm, with a reason it is told. Refuses StepUpNeeded."""

    firm_id: str
    reason: Reason


class LiftSuspension(Command[FirmView]):
    """The registrar lets a suspended firm send in again."""

    firm_id: str


class MergeFirm(Command[FirmView]):
    """The registrar makes one firm of two at this utility. Refuses StepUpNeeded, SameFirm.

    People, rights and running cases move to `into`; the answer is that firm.
    """

    firm_id: str
    into: str


class ImportFirm(Command[FirmView]):
    """A firm known from before, approved at once if so said (system)."""

    utility: str
    orgnr: Orgnr
    firm: NewFirm
    emails: FirmEmails | None = None
    professions: list[TradeCode]
    status: Literal["waiting", "approved"] = "approved"
