"""Deficiency letters and their items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from services.cases.contract.errors import AlreadyAnswered, EmptyAnswer, UnknownItem
from services.cases.contract.types.deficiencies import Answer, DeficiencyView, ItemView, MissingItem
from services.cases.contract.types.words import Severity
from services.cases.model import Case, Letter, LetterItem
from services.chassis.ids import new_id
from services.chassis.messages import FieldError


def send(
    session: Session, case: Case, severity: Severity, asked_due_at: datetime, at: datetime
) -> Letter:
    """A new letter without items, numbered within the case."""
    last = session.scalar(select(func.max(Letter.number)).where(Letter.case_id == case.id))
    letter = Letter(
        case_id=case.id,
        number=(last or 0) + 1,
        utility=case.utility,
        severity=severity,
        sent_at=at,
        asked_due_at=asked_due_at,
        due_at=asked_due_at,
        closed_at=None,
    )
    session.add(letter)
    session.flush()
    return letter


def ask(
    session: Session,
    letter: Letter,
    missing: Iterable[MissingItem],
    step_of: Callable[[str], str],
) -> list[LetterItem]:
    """Items of a letter, numbered on from the last of the case.

    `step_of` gives the form step of what an item is aimed at.
    """
    last = session.scalar(
        select(func.max(LetterItem.number)).where(LetterItem.case_id == letter.case_id)
    )
    items = [
        LetterItem(
            id=new_id(),
            case_id=letter.case_id,
            letter=letter.number,
            number=number,
            code=item.code,
            reason=item.reason,
            step=step_of(item.target),
            text=item.text,
            target=item.target,
            state="open",
            answer="",
            document_ids=[],
            answered_at=None,
        )
        for number, item in enumerate(missing, start=(last or 0) + 1)
    ]
    session.add_all(items)
    session.flush()
    return items


def open_letter(session: Session, case: Case) -> Letter | None:
    """The letter the firm is to answer, or whose answers are to be checked; at most one."""
    return session.scalar(
        select(Letter)
        .where(Letter.case_id == case.id, Letter.closed_at.is_(None))
        .order_by(Letter.number.desc())
        .limit(1)
    )


def items_of(session: Session, letter: Letter) -> list[LetterItem]:
    """The items of one letter, in order."""
    return list(
        session.scalars(
            select(LetterItem)
            .where(LetterItem.case_id == letter.case_id, LetterItem.letter == letter.number)
            .order_by(LetterItem.number)
        )
    )


def numbers_of(session: Session, case: Case, ids: Sequence[str]) -> list[int]:
    """The numbers of items, in order."""
    if not ids:
        return []
    found = select(LetterItem.number).where(LetterItem.case_id == case.id, LetterItem.id.in_(ids))
    return list(session.scalars(found.order_by(LetterItem.number)))


def asks_for(session: Session, case: Case, document_id: str) -> bool:
    """True when an item already asks for a replacement of the document."""
    found = select(LetterItem.id).filter_by(
        case_id=case.id, code="replace_document", target=document_id
    )
    return session.scalar(found.limit(1)) is not None


def answers_with(session: Session, case: Case, document_id: str) -> bool:
    """True when the firm answered an item with the document."""
    found = select(LetterItem.id).where(
        LetterItem.case_id == case.id, LetterItem.document_ids.contains([document_id])
    )
    return session.scalar(found.limit(1)) is not None


def answer(
    items: Sequence[LetterItem], answers: Iterable[Answer], at: datetime
) -> list[tuple[LetterItem, Answer]]:
    """Keep the answers; an item answered before may be answered again until all are.

    Raises UnknownItem for one not in the letter, EmptyAnswer without file, value or reason,
    AlreadyAnswered where an answer may not take the place of another.
    """
    answered = []
    answers = list(answers)
    by_id = {item.id: item for item in items if item.state in {"open", "answered"}}
    _ensure_first(by_id, answers)
    for position, given in enumerate(answers):
        item = by_id.get(given.item_id)
        if item is None:
            raise UnknownItem(errors=[_at(position, "item_id", "unknown_item")])
        if not given.text and not given.document_ids and given.value is None:
            raise EmptyAnswer(errors=[_at(position, "text", "required")], item_id=item.id)
        item.answer, item.document_ids = given.text, list(given.document_ids)
        item.state, item.answered_at = "answered", at
        answered.append((item, given))
    return answered


def _ensure_first(by_id: Mapping[str, LetterItem], answers: Sequence[Answer]) -> None:
    """Two colleagues may write at once; the later one is told, with all of it unsent."""
    taken = [
        (position, by_id[given.item_id].number)
        for position, given in enumerate(answers)
        if given.again is False
        and given.item_id in by_id
        and by_id[given.item_id].state == "answered"
    ]
    if taken:
        raise AlreadyAnswered(
            errors=[_at(position, "text", "answered_meanwhile") for position, _ in taken],
            numbers=[number for _, number in taken],
        )


def close(session: Session, case: Case, at: datetime, *, accepted: bool = False) -> Letter | None:
    """Close the open letter, if there is one; open items are cancelled, never lost.

    Answered items are accepted when the caseworker is satisfied, and stay answered otherwise.
    """
    letter = open_letter(session, case)
    if letter is None:
        return None
    for item in items_of(session, letter):
        if item.state == "open":
            item.state = "cancelled"
        elif item.state == "answered" and accepted:
            item.state = "accepted"
    letter.closed_at = at
    return letter


def _at(position: int, field: str, code: str) -> FieldError:
    return FieldError(field=f"answers.{position}.{field}", code=code)


def deficiencies(session: Session, case: Case) -> list[DeficiencyView]:
    """Every letter of the case with its items, oldest first; one statement."""
    rows = session.execute(
        select(Letter, LetterItem)
        .join(
            LetterItem,
            (LetterItem.case_id == Letter.case_id) & (LetterItem.letter == Letter.number),
        )
        .where(Letter.case_id == case.id)
        .order_by(Letter.number, LetterItem.number)
    ).all()
    letters = {letter.number: letter for letter, _ in rows}
    return [
        DeficiencyView(
            number=number,
            severity=letter.severity,
            sent_at=letter.sent_at,
            due_at=letter.due_at,
            closed_at=letter.closed_at,
            closes_after=letter.closes_after,
            items=[item_view(item) for _, item in rows if item.letter == number],
        )
        for number, letter in letters.items()
    ]


def item_view(item: LetterItem) -> ItemView:
    """One item with its answer."""
    return ItemView(
        item_id=item.id,
        number=item.number,
        code=item.code,
        reason=item.reason,
        text=item.text,
        target=item.target,
        state=item.state,
        answer=item.answer,
        document_ids=item.document_ids,
        answered_at=item.answered_at,
    )
