"""From draft to submit, and taking it back."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.forms import CheckView
from services.chassis.messages import Command, Query


class CreateCase(Command[CaseView]):
    """A draft. Refuses NoSuchCaseType, NotForYourProfession."""

    type: str
    title: str = Field(default="", max_length=200)


class SaveForm(Command[CaseView]):
    """Autosave of a draft: the given values replace those fields, null removes one.

    Refuses StaleVersion (somebody else saved in between) and ActionNotOpen after submit. Values of
    the wrong type are refused as InvalidForm; missing ones are not a problem yet.
    """

    case_id: str
    version: int
    values: dict[str, Any] = Field(max_length=200)
    title: str | None = Field(default=None, max_length=200)


class CheckCase(Query[CheckView]):
    """What is missing before it can be submitted."""

    case_id: str


class SubmitCase(Command[CaseView]):
    """Send it in; it is received at once.

    Refuses FormIncomplete, DocumentNotReady (with `retry_after` for a file not yet heard of),
    IntakeFrozen, FirmNotApproved, NotForYourProfession, TypeNotOpen, StaleVersion, ActionNotOpen.
    """

    case_id: str
    version: int | None = None


class WithdrawCase(Command[CaseView]):
    """The firm takes it back."""

    case_id: str
    reason: str = Field(default="", max_length=2000)
