"""Reminds firms of deficiency letters: before the date, and after it with notice of closing."""

from __future__ import annotations

from typing import Literal

from services.cases import events
from services.cases.contract.events.waiting import LetterReminded
from services.cases.domain.deadlines import closes_after, remind_from
from services.cases.model import Case, Letter
from services.cases.store import due, freezes, moves, situations
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def remind_of_letters(work: Work) -> int:
    """Once for each date a letter has had; a date that was moved is reminded of anew."""
    done = 0
    for letter, case in due.unanswered_letters(work.session, work.now):
        if letter.due_at <= work.now:
            if letter.overdue_told_at is None or letter.overdue_told_at < letter.due_at:
                _announce_closing(work, letter, case)
                done += 1
        elif letter.reminded_of != letter.due_at and _is_time(letter, work):
            letter.reminded_of = letter.due_at
            _tell(work, letter, case, "before")
            done += 1
    return done


def _is_time(letter: Letter, work: Work) -> bool:
    """Not for a letter so short that the reminder would follow on its heels."""
    from_then = remind_from(letter.due_at)
    return from_then <= work.now and letter.sent_at < from_then


def _announce_closing(work: Work, letter: Letter, case: Case) -> None:
    letter.overdue_told_at = work.now
    letter.closes_after = freezes.moved_due(work.session, case.utility, closes_after(work.now))
    _tell(work, letter, case, "overdue")


def _tell(work: Work, letter: Letter, case: Case, when: Literal["before", "overdue"]) -> None:
    system = Actor.system("cases", case.utility)
    now = situations.after(situations.of(work, case), case, actor=system)
    moves.follow(work, case, now, "remind", facts={"letter": letter.number, "when": when})
    told = events.of_case(
        LetterReminded,
        case,
        letter=letter.number,
        when=when,
        due_at=letter.due_at,
        closes_after=letter.closes_after,
    )
    work.emit(told, utility=case.utility, by=system)
