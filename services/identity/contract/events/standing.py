"""What administrators do with people's places, and what is told of lost phones."""

from __future__ import annotations

from typing import ClassVar, Literal

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.words import Language

StandingChange = Literal["joined", "roles", "locked", "unlocked", "removed", "left"]


class StandingChanged(PersonEvent):
    """A person's place in a firm, or post at a utility, is another; they are told."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email"})
    person_id: str
    what: StandingChange
    firm_id: str
    """Empty for a post at the utility."""
    place: str
    """The firm's name, or the utility's."""
    roles: list[str]
    email: str
    language: Language


class PhoneReleaseAsked(PersonEvent):
    """An administrator wants a lost phone of staff released; the person is told at once."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email", "mobile"})
    person_id: str
    release_id: str
    email: str
    mobile: str | None
    checked: str
    language: Language


class PhoneReleased(PersonEvent):
    """A lost phone counts no longer; a new one is registered at the next login."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email", "old_mobile"})
    person_id: str
    email: str
    old_mobile: str | None
    checked: str
    """How the person's identity was checked."""
    language: Language
