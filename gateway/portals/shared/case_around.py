"""What stands around a case on its page, asked for at the same time as the case itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from gateway.api.patience import patiently
from gateway.portals.shared.dialogue import dialogue_of
from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.cases.contract.operations.reading import GetCase, GetTimeline
from services.cases.contract.types.case import CaseView, TimelineEntry
from services.cases.contract.types.dialogue import Dialogue
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentView


@dataclass(frozen=True)
class CaseAround:
    """Timeline, messages and documents; None for what cannot be had now."""

    timeline: list[TimelineEntry]
    dialogue: Dialogue | None
    documents: list[DocumentView] | None

    @property
    def by_id(self) -> dict[str, DocumentView]:
        """The documents, to find one by its id."""
        return {each.document_id: each for each in self.documents or []}


async def around(caller: Caller, case_id: str) -> CaseAround:
    """All of it at once. Refuses CaseNotFound."""
    timeline, dialogue, documents = await asyncio.gather(
        caller.call(GetTimeline(case_id=case_id)),
        dialogue_of(caller, case_id),
        hoped(patiently(caller, ListDocuments(case_id=case_id), "CaseUnknown")),
    )
    return CaseAround(timeline.items, dialogue, documents.items if documents else None)


async def with_around(caller: Caller, case_id: str) -> tuple[CaseView, CaseAround]:
    """The case and what stands around it in one round of calls. Refuses CaseNotFound."""
    case, all_around = await asyncio.gather(
        caller.call(GetCase(case_id=case_id)), around(caller, case_id)
    )
    return case, all_around
