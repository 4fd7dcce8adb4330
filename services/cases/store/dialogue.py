"""Messages of a case, who has read them, and what a reader has not read yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from services.cases.contract.operations.dialogue import ListMessages, SendMessage
from services.cases.contract.types.dialogue import Side
from services.cases.model import Case, CaseMessage, MessageReading
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor


def side_of(actor: Actor) -> Side:
    """Which side of the table somebody sits on."""
    return "firm" if actor.audience == "contractor" else "utility"


def readable(actor: Actor) -> ColumnElement[bool]:
    """Of a case one sees, the messages one may read: internal notes are the utility's own."""
    if actor.audience == "operator":
        return CaseMessage.id.is_not(None)
    return CaseMessage.kind != "internal_note"


def page(
    session: Session, actor: Actor, wanted: ListMessages
) -> tuple[Sequence[CaseMessage], str | None]:
    """The newest before the cursor, oldest first, and the cursor of older ones."""
    query = select(CaseMessage).where(CaseMessage.case_id == wanted.case_id, readable(actor))
    if wanted.cursor:
        query = query.where(CaseMessage.number < int(wanted.cursor))
    newest = session.scalars(query.order_by(CaseMessage.number.desc()).limit(wanted.limit + 1))
    found = list(newest)
    kept = found[: wanted.limit]
    older = str(kept[-1].number) if len(found) > wanted.limit else None
    return kept[::-1], older


def add(work: Work, case: Case, said: SendMessage) -> CaseMessage:
    """The next message of a case that is held."""
    actor = work.actor
    last = select(func.coalesce(func.max(CaseMessage.number), 0)).filter_by(case_id=case.id)
    firm = actor.audience == "contractor"
    message = CaseMessage(
        id=new_id(),
        case_id=case.id,
        utility=case.utility,
        number=work.session.execute(last).scalar_one() + 1,
        kind=said.kind,
        side=side_of(actor),
        text=said.text,
        document_ids=list(dict.fromkeys(said.document_ids)),
        by_id=actor.user_id,
        by_name=actor.name,
        firm_id=actor.firm_id if firm else None,
        firm_name=actor.firm_name,
        firm_orgnr=actor.firm_orgnr,
        at=work.now,
    )
    work.session.add(message)
    work.session.flush()
    return message


def mark_read(work: Work, case: Case, up_to: int) -> int:
    """The reader has read all they may up to the number; returns how many were new to them."""
    actor = work.actor
    unread = select(CaseMessage.id).where(
        CaseMessage.case_id == case.id,
        CaseMessage.number <= up_to,
        CaseMessage.by_id != actor.user_id,
        readable(actor),
        ~_read_by(actor.user_id),
    )
    ids = work.session.scalars(unread).all()
    if not ids:
        return 0
    rows = [
        {
            "message_id": message_id,
            "person_id": actor.user_id,
            "name": actor.name,
            "side": side_of(actor),
            "at": work.now,
        }
        for message_id in ids
    ]
    work.session.execute(insert(MessageReading).values(rows).on_conflict_do_nothing())
    return len(ids)


def readings(
    session: Session, messages: Collection[CaseMessage]
) -> dict[str, list[MessageReading]]:
    """Who has read each, earliest first."""
    found: dict[str, list[MessageReading]] = {message.id: [] for message in messages}
    rows = session.scalars(
        select(MessageReading)
        .where(MessageReading.message_id.in_(found))
        .order_by(MessageReading.at, MessageReading.person_id)
    )
    for row in rows:
        found[row.message_id].append(row)
    return found


def unread(session: Session, actor: Actor, case_ids: Collection[str]) -> dict[str, int]:
    """How many messages of each case the reader has not read; cases without any are left out.

    Of the utility's people it is enough that the caseworker has read what a firm wrote.
    """
    if not case_ids:
        return {}
    read = _read_by(actor.user_id)
    if actor.audience == "operator":
        read = or_(read, _read_by(Case.caseworker_id))
    rows = session.execute(
        select(CaseMessage.case_id, func.count())
        .join(Case, Case.id == CaseMessage.case_id)
        .where(
            CaseMessage.case_id.in_(case_ids),
            CaseMessage.by_id != actor.user_id,
            readable(actor),
            ~read,
        )
        .group_by(CaseMessage.case_id)
    )
    return {row[0]: row[1] for row in rows}


def unread_by(session: Session, case: Case, side: Side) -> int:
    """How many messages of the other side nobody on this side has read."""
    reading = aliased(MessageReading)
    read = exists().where(reading.message_id == CaseMessage.id, reading.side == side)
    return (
        session.scalar(
            select(func.count())
            .select_from(CaseMessage)
            .where(
                CaseMessage.case_id == case.id,
                CaseMessage.side != side,
                CaseMessage.kind != "internal_note",
                ~read,
            )
        )
        or 0
    )


def _read_by(person_id: str | InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    reading = aliased(MessageReading)
    return exists().where(reading.message_id == CaseMessage.id, reading.person_id == person_id)
