"""Versions of case types, at an administrator's desk."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.publishing import (
    TypeReport,
    TypeSource,
    TypeVersionRow,
    TypeVersions,
)
from services.chassis.messages import Command, Query

LONGEST_SOURCE = 400_000
"""Characters; the longest type of the product is a tenth of it."""


class ListTypeVersions(Query[TypeVersions]):
    """What is published here: with the product, and by the utility itself. Refuses RoleMissing."""


class GetTypeSource(Query[TypeSource]):
    """A version as YAML, with a free version number for the next. Refuses NoSuchCaseType."""

    code: str
    version: int | None = None
    """The current one unless another is named."""


class CheckTypeVersion(Query[TypeReport]):
    """What publishing this text would mean: faults by line, differences, a preview."""

    source: str = Field(max_length=LONGEST_SOURCE)


class PublishTypeVersion(Command[TypeVersionRow]):
    """Publish a version for one's own utility; new cases begin with it from `valid_from`.

    Refuses CaseTypeInvalid (whose facts hold the faults), InstantPassed for an instant that has
    passed, RoleMissing.
    """

    source: str = Field(max_length=LONGEST_SOURCE)
    valid_from: AwareDatetime | None = None
    """At once unless a later instant is given."""


class RenewDraft(Command[CaseView]):
    """Go over to the newest version of the type; answers it has no place for are dropped.

    Refuses CaseNotFound, NotYourPart, RoleMissing, StaleVersion, ActionNotOpen after submit.
    """

    case_id: str
    version: int | None = None
    """Of the draft, when the caller wants to be told that somebody else has saved."""
