"""Accounts that rest, and are erased."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.words import Language


class InactivityWarned(PersonEvent):
    """An account has not been used for long; it rests from `rests_at` unless its owner logs in."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email"})
    person_id: str
    email: str
    language: Language
    rests_at: datetime


class PersonErased(PersonEvent):
    """Forget who this was; ids and names in archived documents stay.

    `revision` is newer than any PersonChanged.
    """

    person_id: str
    revision: int
