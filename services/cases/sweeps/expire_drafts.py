"""Warns of drafts that nobody writes in, and takes them away two weeks later."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.drafts import DraftExpired, DraftExpiring
from services.cases.domain.expiry import expires_at
from services.cases.model import Case
from services.cases.store import case_types, drafts, due, forms, moves, situations
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def expire_drafts(work: Work) -> int:
    """Never without the warning, however late the sweep is; one save begins the time anew.

    Versions of drafts that have been sent in go too: they were working copies.
    """
    warned = due.old_drafts(work.session, work.now)
    expired = due.expired_drafts(work.session, work.now)
    for case in warned:
        _warn(work, case)
    for case in expired:
        _expire(work, case)
    return len(warned) + len(expired) + drafts.forget_ended(work.session)


def _warn(work: Work, case: Case) -> None:
    case.reminded_at = work.now
    case.version += 1
    told = events.of_case(DraftExpiring, case, expires_at=expires_at(case.updated_at, work.now))
    work.emit(told, utility=case.utility, by=Actor.system("cases", case.utility))


def _expire(work: Work, case: Case) -> None:
    """The answers are erased: they may name people, and are no part of the archive."""
    system = Actor.system("cases", case.utility)
    now = situations.after(situations.of(work, case), case, actor=system)
    moves.follow(work, case, now, "expire")
    forms.replace(case, case_types.kept(work.session, case.type, case.type_version), {})
    work.emit(events.of_case(DraftExpired, case), utility=case.utility, by=system)
