"""What the portal keeps of one person, gathered from every service into one file.

Identity's part is one answer; the others come page by page and are passed on as they come, so that
a long life in the portal takes no more memory than a short one.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from gateway.problem import problem_of
from gateway.rpc import CallFailed
from gateway.session import Caller
from services.cases.contract.operations.privacy import ExportMine as OfCases
from services.chassis.messages import Message
from services.chassis.messages.own_data import ExportMineRequest, OwnEntries, OwnEntry
from services.documents.contract.operations import ExportMine as OfDocuments
from services.identity.contract.operations.privacy import ExportMe
from services.identity.contract.types.privacy import PersonExport
from services.notify.contract.operations import ExportMine as OfNotify

Part = Literal["cases", "documents", "notify"]
PARTS: tuple[Part, ...] = get_args(Part)
_ASKS: dict[Part, type[ExportMineRequest]] = {
    "cases": OfCases,
    "documents": OfDocuments,
    "notify": OfNotify,
}
MOST_PAGES = 500
"""Of one part in one file; the file says from where the rest is asked for."""
AGAIN = "/api/v1/me/export/{part}"


class MissingPart(Message):
    """A part that did not answer, or not to its end, and where it is asked for again."""

    part: Part
    why: str
    again: str
    cursor: str
    """What came before it is in the file; empty when nothing is."""


class WholeExport(PersonExport):
    """What identity knows, what the other parts keep, and what could not be had now."""

    utility: str
    portal: str
    """The parts keep people's doings by utility and portal; these are the ones here."""
    parts: dict[Part, list[OwnEntry]]
    missing: list[MissingPart]


@dataclass
class Gathering:
    """Identity's answer and each part's first page, before a byte is sent."""

    caller: Caller
    known: PersonExport
    firsts: dict[Part, OwnEntries]
    missing: list[MissingPart] = field(default_factory=list)

    async def file(self) -> AsyncIterator[str]:
        """The file, piece by piece: one JSON object of the shape of `WholeExport`."""
        said = self.known.model_dump(mode="json")
        said |= {"utility": self.caller.utility, "portal": self.caller.portal}
        yield json.dumps(said, ensure_ascii=False, indent=1)[:-2] + ',\n "parts": {'
        for number, (part, first) in enumerate(self.firsts.items()):
            yield f"{',' if number else ''}\n  {json.dumps(part)}: ["
            before = ""
            async for entries in self._pages(part, first):
                for entry in entries.items:
                    yield f"{before}\n   {entry.model_dump_json()}"
                    before = ","
            yield "]"
        missing = [each.model_dump(mode="json") for each in self.missing]
        yield f'\n }},\n "missing": {json.dumps(missing, ensure_ascii=False, indent=1)}\n}}\n'

    async def _pages(self, part: Part, first: OwnEntries) -> AsyncIterator[OwnEntries]:
        yield first
        cursor = first.next
        for number in range(1, MOST_PAGES):
            if cursor is None:
                return
            try:
                page = await self._after(part, cursor, number)
            except CallFailed as failure:
                self.missing.append(_missing(self.caller, part, failure, cursor))
                return
            yield page
            cursor = page.next
        if cursor is not None:
            self.missing.append(_missing(self.caller, part, None, cursor))

    async def _after(self, part: Part, cursor: str, number: int) -> OwnEntries:
        return await self.caller.call(_ASKS[part](cursor=cursor), step=f"{part}.{number}")


async def gather(caller: Caller) -> Gathering:
    """Ask everybody at once; a part that is away is missing, and the others are there."""
    known, answers = await asyncio.gather(
        caller.call(ExportMe()), asyncio.gather(*(_first(caller, part) for part in PARTS))
    )
    gathering = Gathering(caller, known, {})
    for part, answer in zip(PARTS, answers, strict=True):
        if isinstance(answer, MissingPart):
            gathering.missing.append(answer)
        else:
            gathering.firsts[part] = answer
    return gathering


async def page_of(caller: Caller, part: Part, cursor: str, limit: int) -> OwnEntries:
    """One page of one part."""
    return await caller.call(_ASKS[part](cursor=cursor, limit=limit))


async def _first(caller: Caller, part: Part) -> OwnEntries | MissingPart:
    try:
        return await caller.call(_ASKS[part](), step=part)
    except CallFailed as failure:
        return _missing(caller, part, failure, "")


def _missing(caller: Caller, part: Part, failure: CallFailed | None, cursor: str) -> MissingPart:
    why = problem_of(failure, caller.language, caller.trace).title if failure else ""
    return MissingPart(part=part, why=why, again=AGAIN.format(part=part), cursor=cursor)
