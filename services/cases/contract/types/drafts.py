"""Drafts that several write in, their earlier versions, and where they come from."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.words import Texts
from services.chassis.messages import Message


class Edited(Message):
    """Who saved a draft last, and when."""

    by: PersonRef
    at: datetime


class FieldConflict(Message):
    """A field that two have changed to different answers; null is no answer."""

    field: str
    mine: Any = None
    theirs: Any = None
    by: PersonRef
    at: datetime


class DraftComparison(Message):
    """What one has written, held against what others have saved since one's version.

    `mine` can be saved on top of `version` at once; each conflict is somebody's to decide.
    """

    version: int
    mine: dict[str, Any]
    conflicts: list[FieldConflict]
    theirs: list[str]
    """Every field others have changed since."""
    edited: Edited | None


class DraftVersion(Message):
    """A version that can be restored; saves close together by one person are one version."""

    version: int
    edited: Edited
    fields: list[str]
    """What was changed in it."""


class DraftVersions(Message):
    """Newest first; the first is what stands now."""

    items: list[DraftVersion]


DropReason = Literal["gone", "does_not_fit", "attachment", "date_passed"]


class Dropped(Message):
    """An answer that was not taken along, and why."""

    field: str
    label: Texts
    reason: DropReason


class CaseRef(Message):
    """Another case of the same firm."""

    case_id: str
    number: str | None
    type_title: Texts
    place: str


class Origin(Message):
    """Where a draft comes from."""

    copy_of: CaseRef | None = None
    reference: CaseRef | None = None
    dropped: list[Dropped] = []
    prefilled: list[str] = []
    """Fields filled in beforehand, to be looked over."""


class Duplicate(Message):
    """An open case of the same type on the same property.

    Another firm's shows nothing but that there is one.
    """

    own: bool
    case: CaseRef | None = None
