"""What a password must not be (NIST SP 800-63B-4, 3.1.1.2: length and a blocklist, no recipes)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from services.identity.contract.errors import WeakPassword

SHORTEST = 10
LONGEST = 128
SHORTEST_PERSONAL_PART = 4
FEWEST_DIFFERENT = 4
_WORDS = re.compile(r"[^\W\d_]+")


def ensure_good(password: str, *, personal: Iterable[str], common: Callable[[str], bool]) -> None:
    """Refuse a weak one as WeakPassword; facts: `why` is short, long, common or personal.

    `personal` are the person's own name and address, `common` says what everybody uses.
    """
    if len(password) < SHORTEST:
        raise WeakPassword(why="short", least=SHORTEST)
    if len(password) > LONGEST:
        raise WeakPassword(why="long", most=LONGEST)
    if len(set(password.casefold())) < FEWEST_DIFFERENT or common(password):
        raise WeakPassword(why="common")
    if _contains(password, personal):
        raise WeakPassword(why="personal")


def _contains(password: str, personal: Iterable[str]) -> bool:
    spoken = password.casefold()
    return any(
        part in spoken
        for text in personal
        for part in (text.casefold(), *_parts(text))
        if len(part) >= SHORTEST_PERSONAL_PART
    )


def _parts(text: str) -> list[str]:
    """The words of a name; of an address what stands before the @."""
    return _WORDS.findall(text.partition("@")[0].casefold())
