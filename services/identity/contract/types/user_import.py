"""Existing users brought in from a file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.chassis.messages import Message
from services.chassis.norway import Orgnr
from services.identity.contract.types.users import FirmRoles
from services.identity.contract.types.words import Email, Language, Name

ImportOutcome = Literal["new", "added", "changed", "unchanged", "refused"]
MOST_LINES = 1000


class ImportedUser(Message):
    """A line of the file as it is understood."""

    name: Name
    email: Email
    orgnr: Orgnr
    roles: FirmRoles
    language: Language = "nb"


class LineProblem(BaseModel):
    """What is wrong with a line; `code` is a field's code, or one of the import's own."""

    model_config = ConfigDict(frozen=True)

    field: str
    code: str
    facts: dict[str, Any] = {}


class ImportLine(Message):
    """What became, or would become, of a line; the header is line 1."""

    line: int
    email: str
    """As written; empty where it is not an address."""
    outcome: ImportOutcome
    problems: list[LineProblem] = []


class ImportReport(Message):
    """Line by line, and how many of each outcome."""

    dry_run: bool
    lines: list[ImportLine]
    counts: dict[ImportOutcome, int]


FileContent = Annotated[str, Field(min_length=1, max_length=1_400_000)]
"""The file in base64, 1 MiB before that."""
