"""A deficiency letter being written: the caseworkers' own until it is sent."""

from __future__ import annotations

from services.cases.contract.types.deficiencies import PreparedLetter as PreparedView
from services.cases.model import Case, PreparedLetter
from services.chassis.db.work import Work


def keep(work: Work, case: Case, letter: PreparedView | None) -> None:
    """Replace what was written before; None throws it away."""
    kept = work.session.get(PreparedLetter, case.id)
    if letter is None:
        if kept is not None:
            work.session.delete(kept)
    elif kept is None:
        work.session.add(PreparedLetter(case_id=case.id, content=letter.model_dump(mode="json")))
    else:
        kept.content = letter.model_dump(mode="json")
    work.session.flush()


def of(work: Work, case: Case) -> PreparedView | None:
    """What is being written, for staff alone; only where a letter may be sent."""
    if work.actor.audience != "operator" or case.status not in {"in_progress", "supplemented"}:
        return None
    kept = work.session.get(PreparedLetter, case.id)
    return PreparedView.model_validate(kept.content) if kept else None
