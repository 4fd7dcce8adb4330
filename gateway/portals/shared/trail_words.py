"""What a tag of the trail is called."""

from __future__ import annotations

from gateway.texts import texts
from services.chassis.i18n import Language

_KEY = "trail.did."


def key_of(tag: str) -> str:
    """`session_opened.v1` -> `session_opened`, `login_refused.unknown` -> `login_refused_unknown`.

    An event's version is nothing a reader asks about.
    """
    name, _, rest = tag.partition(".")
    return name if not rest or (rest.startswith("v") and rest[1:].isdecimal()) else f"{name}_{rest}"


def did(tag: str, language: Language) -> str:
    """In words; the tag itself where an older or newer service writes one nobody knows here."""
    key = f"{_KEY}{key_of(tag)}"
    return texts().text(key, language) if texts().has(key, language) else tag


def choices(language: Language) -> list[tuple[str, str]]:
    """Every tag with its words, in the order of the words."""
    keys = [key for key in texts().keys(language) if key.startswith(_KEY)]
    named = [(key.removeprefix(_KEY), texts().text(key, language)) for key in keys]
    return sorted(named, key=lambda each: each[1].casefold())
