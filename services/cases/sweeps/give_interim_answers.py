"""Tells firms that have waited a month when they can expect an answer (foreløpig svar)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.waiting import InterimAnswerGiven
from services.cases.store import due, moves, situations
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def give_interim_answers(work: Work) -> int:
    """Once per receipt, and only while it is the utility's turn (forvaltningsloven section 11 a).

    A case that waits for its firm gets it when the answer has come.
    """
    cases = due.interim_answers(work.session, work.now)
    for case in cases:
        system = Actor.system("cases", case.utility)
        now = situations.after(situations.of(work, case), case, actor=system)
        moves.follow(work, case, now, "answer_interim")
        case.interim_due_at = None
        told = events.of_case(
            InterimAnswerGiven,
            case,
            received_at=case.received_at,
            expected_by=case.expected_by,
            given_at=work.now,
        )
        work.emit(told, utility=case.utility, by=system)
    return len(cases)
