"""Warns of approvals that nobody uses, twice, and lets them lapse in the end."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.waiting import CaseLapsed, LapseWarned
from services.cases.domain.deadlines import lapse_warnings, lapses_after_warning
from services.cases.model import Case
from services.cases.store import due, moves, situations
from services.chassis.db.work import Work
from services.chassis.messages import Actor

LAST = 2
"""Warnings before the end."""


def lapse_approvals(work: Work) -> int:
    """After three years without start; never without both warnings, however late the sweep is."""
    done = 0
    for case in due.lapsing(work.session, work.now):
        lapses_at = case.lapses_at
        if lapses_at is None:
            continue
        warnings = sum(warning <= work.now for warning in lapse_warnings(lapses_at))
        if case.lapse_warnings < warnings:
            _warn(work, case, warnings)
        elif lapses_at <= work.now:
            _lapse(work, case)
        else:
            continue
        done += 1
    return done


def _warn(work: Work, case: Case, warnings: int) -> None:
    system = _follow(work, case, "warn_of_lapse")
    case.lapse_warnings = warnings
    if warnings == LAST and case.lapses_at is not None:
        case.lapses_at = max(case.lapses_at, lapses_after_warning(work.now))
    told = events.of_case(LapseWarned, case, lapses_at=case.lapses_at)
    work.emit(told, utility=case.utility, by=system)


def _lapse(work: Work, case: Case) -> None:
    lapsed_at = case.lapses_at
    system = _follow(work, case, "lapse")
    case.lapses_at = None
    told = events.of_case(CaseLapsed, case, lapsed_at=lapsed_at)
    work.emit(told, utility=case.utility, by=system)


def _follow(work: Work, case: Case, action: str) -> Actor:
    system = Actor.system("cases", case.utility)
    now = situations.after(situations.of(work, case), case, actor=system)
    moves.follow(work, case, now, action)
    return system
