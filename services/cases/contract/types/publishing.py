"""Versions of case types: what is wrong with one, what changed, what is published."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.cases.contract.types.catalogue import CaseTypeView, OldForm
from services.cases.contract.types.words import ChangeKind, FaultCode, Texts, VersionState
from services.chassis.messages import Message


class Fault(Message):
    """Something that makes no sense in a case type."""

    code: FaultCode
    place: str
    """`steps.work.fields.kind`."""
    line: int | None = None
    """Counted from 1 in the text that was sent; None for what stands in a shared block."""
    facts: dict[str, Any] = {}


class TypeChange(Message):
    """One difference between two versions."""

    kind: ChangeKind
    field: str
    """Name of the field, or of the part of the type that changed."""
    label: Texts | None = None
    before: str = ""
    after: str = ""


class NewerVersion(Message):
    """The type has a newer version than the draft began with."""

    version: int
    changes: list[TypeChange]
    dropped: list[Texts]
    """Names of the fields whose answers the newer version has no place for."""
    binding: bool = True
    """More than words changed: the draft is taken over before it is sent in."""


class TypeVersionRow(Message):
    """A published version, as the catalogue's desk lists it."""

    code: str
    version: int
    title: Texts
    own: bool
    """The utility's own; otherwise it came with the product."""
    valid_from: datetime | None
    published_at: datetime
    published_by: str
    """Empty: it came with the product."""
    state: VersionState


class TypeVersions(Message):
    """Every version this utility can see, in the order of the catalogue, newest first."""

    items: list[TypeVersionRow]
    old_forms: list[OldForm]
    """Where the utility's old forms lead."""


class TypeSource(Message):
    """A version as YAML, to begin a new one from; `next_version` is free."""

    code: str
    version: int
    next_version: int
    source: str


class TypeReport(Message):
    """What publishing a text would mean; publishable when `faults` is empty."""

    faults: list[Fault]
    code: str = ""
    version: int | None = None
    compared_with: int | None = None
    """The version that is current; None for a new type."""
    changes: list[TypeChange] = []
    preview: CaseTypeView | None = None
    drafts: int = 0
    """Open drafts of the type at the utility, whose owners will be told."""
