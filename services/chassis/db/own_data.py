"""A person's share of a service, section by section, in pages of bounded length and weight."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, collate, select
from sqlalchemy.orm import Session

from services.chassis.db import cursors
from services.chassis.db.tables import Audit
from services.chassis.messages import Actor
from services.chassis.messages.own_data import ExportMineRequest, OwnEntries, OwnEntry

MOST_BYTES = 256 * 1024
"""A page ends with the entry that makes it this heavy."""
NAMED = ("key", "at", "about")
Rows = Select[*tuple[Any, ...]]
"""A statement that selects whatever it selects."""


@dataclass(frozen=True)
class Section:
    """Things of one kind; `rows` selects `key`, `at`, `about` and whatever else is told."""

    what: str
    rows: Callable[[Actor], Rows]

    def after(self, session: Session, actor: Actor, key: str, limit: int) -> Iterator[Any]:
        """The actor's rows whose key comes after, in the order of keys as bytes."""
        own = self.rows(actor).subquery()
        by_key = collate(own.c.key, "C")
        query = select(own).where(by_key > key).order_by(by_key).limit(limit)
        yield from session.execute(query).mappings()


def deeds(actor: Actor) -> Rows:
    """What the audit trail says the actor did, on this side and at this utility."""
    return select(
        Audit.id.label("key"),
        Audit.at.label("at"),
        Audit.chain.label("about"),
        Audit.tag.label("tag"),
    ).where(
        Audit.actor["user_id"].astext == actor.user_id,
        Audit.actor["audience"].astext == actor.audience,
        Audit.utility == actor.utility,
    )


DEEDS = Section("deed", deeds)
"""Every service has it, and gives it last."""


def page(
    session: Session, actor: Actor, sections: Sequence[Section], request: ExportMineRequest
) -> OwnEntries:
    """From where the cursor stands; refuses one that is not of our making."""
    start, key = _place(request.cursor, len(sections))
    items: list[OwnEntry] = []
    weight, last = 0, ""
    for number in range(start, len(sections)):
        section = sections[number]
        wanted = request.limit - len(items) + 1
        for row in section.after(session, actor, key if number == start else "", wanted):
            if len(items) == request.limit or weight >= MOST_BYTES:
                return OwnEntries(items=items, next=last)
            entry = _entry(section.what, row)
            items.append(entry)
            weight += len(json.dumps(entry.details, default=str))
            last = cursors.write(str(number), row["key"])
    return OwnEntries(items=items, next=None)


def _place(cursor: str, sections: int) -> tuple[int, str]:
    words = cursors.read(cursor, 2)
    if words is None:
        return 0, ""
    if not words[0].isdecimal() or int(words[0]) >= sections:
        raise cursors.refused()
    return int(words[0]), words[1]


def _entry(what: str, row: Any) -> OwnEntry:
    details = {name: value for name, value in row.items() if name not in NAMED}
    return OwnEntry(what=what, at=row["at"], about=row["about"] or "", details=details)
