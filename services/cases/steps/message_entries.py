"""Messages as their reader may see them."""

from __future__ import annotations

from collections.abc import Sequence

from services.cases.contract.types.dialogue import DialogueEntry, ReadMark
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.cases.model import CaseMessage, MessageReading
from services.cases.store import dialogue
from services.chassis.db.work import Work


def entries(work: Work, messages: Sequence[CaseMessage]) -> list[DialogueEntry]:
    """Each with its marks; one statement for all marks."""
    marks = dialogue.readings(work.session, messages)
    return [_entry(message, marks[message.id], work.actor.user_id) for message in messages]


def _entry(message: CaseMessage, marks: list[MessageReading], reader: str) -> DialogueEntry:
    return DialogueEntry(
        message_id=message.id,
        number=message.number,
        kind=message.kind,
        text=message.text,
        document_ids=message.document_ids,
        side=message.side,
        by=PersonRef(person_id=message.by_id, name=message.by_name),
        firm=_firm(message),
        at=message.at,
        seen=message.by_id == reader or any(mark.person_id == reader for mark in marks),
        read_by=[
            ReadMark(
                person=PersonRef(person_id=mark.person_id, name=mark.name),
                side=mark.side,
                at=mark.at,
            )
            for mark in marks
        ],
    )


def _firm(message: CaseMessage) -> FirmRef | None:
    if message.firm_id is None:
        return None
    return FirmRef(firm_id=message.firm_id, name=message.firm_name, orgnr=message.firm_orgnr)
