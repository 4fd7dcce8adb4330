"""Ending a case, opening it again, and more time."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.chassis.messages import Command


class CloseCase(Command[CaseView]):
    """Nothing more is to be done; a notice may be taken note of so."""

    case_id: str
    reason: str = Field(default="", max_length=2000)


class ReopenCase(Command[CaseView]):
    """A leader opens a case again; the reason is logged."""

    case_id: str
    reason: str = Field(min_length=3, max_length=2000)


class ReportStart(Command[CaseView]):
    """The firm tells that the work has begun, so that the approval does not lapse."""

    case_id: str


class ExtendCase(Command[CaseView]):
    """The utility needs more time; the firm is told. Refuses LimitPassed, BadExtension."""

    case_id: str
    until: date
    """The last day; a weekend or holiday moves to the next working day."""
    reason: str = Field(min_length=3, max_length=2000)
