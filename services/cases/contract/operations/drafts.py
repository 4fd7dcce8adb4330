"""From draft to submit, and taking it back."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.drafts import DraftComparison, DraftVersions
from services.cases.contract.types.forms import CheckView
from services.chassis.messages import Command, Query


class CreateCase(Command[CaseView]):
    """A draft, perhaps with what an earlier case said. Refuses NoSuchCaseType,
    NotForYourProfession, CaseNotFound for an earlier case one may not see."""

    type: str
    title: str = Field(default="", max_length=200)
    copy_of: str | None = Field(default=None, max_length=100)
    """A case of the firm whose answers are taken over where they still fit."""
    reference_case: str | None = Field(default=None, max_length=100)
    """A case of the firm this one follows on; place and client are taken over."""


class SaveForm(Command[CaseView]):
    """Autosave of a draft: the given values replace those fields, null removes one.

    Refuses StaleVersion (somebody else saved in between) and ActionNotOpen after submit. Values of
    the wrong type are refused as InvalidForm; missing ones are not a problem yet.
    """

    case_id: str
    version: int
    values: dict[str, Any] = Field(max_length=200)
    title: str | None = Field(default=None, max_length=200)
    page: str = Field(default="", max_length=40)
    """Names the open page that saves, so that it is not taken for another's (see CompareDraft)."""


class CompareDraft(Query[DraftComparison]):
    """What one would save, against what others have saved since `version`. Refuses InvalidForm.

    What the same `page` saved since is one's own; an empty name is nobody's.
    """

    case_id: str
    version: int
    values: dict[str, Any] = Field(max_length=200)
    page: str = Field(default="", max_length=40)


class ListDraftVersions(Query[DraftVersions]):
    """Versions of a draft that can be restored."""

    case_id: str


class RestoreDraft(Command[CaseView]):
    """Back to the answers of an earlier version. Refuses StaleVersion, NoSuchVersion."""

    case_id: str
    version: int
    to: int


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
