"""Of people."""

from __future__ import annotations

from typing import ClassVar

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.people import FirmPlace, StaffPost
from services.identity.contract.types.words import Language


class PersonChanged(PersonEvent):
    """Who somebody is and how to reach them, as of this revision.

    The trail keeps that it changed and the ids, so that an erased person is not found there.
    """

    unaudited: ClassVar[frozenset[str]] = frozenset({"name", "email", "mobile"})

    person_id: str
    revision: int
    name: str
    email: str
    mobile: str | None
    language: Language
    firm_ids: list[str]
    staff_of: list[str]
    staff_roles: list[str]
    active: bool = True
    firms: list[FirmPlace] = []
    """The same firms with utility and roles: a firm has its own people at each utility."""
    posts: list[StaffPost] = []
    """The same posts by utility."""
