"""Sending a deficiency letter: written at once, or prepared before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.errors import DateInThePast, UnknownTarget
from services.cases.contract.types.deficiencies import MissingItem
from services.cases.contract.types.words import Severity
from services.cases.domain.deadlines import answer_within, local_day
from services.cases.domain.situation import Situation
from services.cases.model import Case, Letter, LetterItem
from services.cases.store import case_types, documents, freezes, letters, moves
from services.chassis.db.work import Work
from services.chassis.messages import FieldError
from services.chassis.norway import end_of_day


def sent(
    work: Work,
    case: Case,
    now: Situation,
    missing: Sequence[MissingItem],
    *,
    due_on: date | None,
    severity: Severity,
) -> tuple[Letter, list[LetterItem]]:
    """One numbered letter; the date moves out of a freeze, and the clock as the move says.

    Raises what the move refuses with, DateInThePast, UnknownTarget.
    """
    kind = case_types.kept(work.session, case.type, case.type_version)
    due_at = last_instant(work, kind, due_on)
    ensure_aimed(work, case, kind, missing)
    letters.close(work.session, case, work.now)
    letter = letters.send(work.session, case, severity, due_at, work.now)
    letter.due_at = freezes.moved_due(work.session, case.utility, letter.asked_due_at)
    items = letters.ask(work.session, letter, missing, lambda target: step_of(kind, case, target))
    facts = {"letter": letter.number, "items": len(items), "due_at": letter.due_at.isoformat()}
    moves.follow(work, case, now, "request_information", leads=severity, facts=facts)
    case.due_at = letter.due_at
    if severity == "major":
        case.complete_at = None
    return letter, items


def last_instant(work: Work, kind: CaseType, due_on: date | None) -> datetime:
    """The end of the day that was chosen, or of what the type gives. Raises DateInThePast."""
    if due_on is None:
        return answer_within(work.now, kind.definition.answer_weeks)
    if due_on < local_day(work.now):
        raise DateInThePast(errors=[FieldError(field="due_on", code="date_in_the_past")])
    return end_of_day(due_on)


def ensure_aimed(work: Work, case: Case, kind: CaseType, missing: Sequence[MissingItem]) -> None:
    """Each item is aimed at nothing, a field of the form, or a file. Raises UnknownTarget."""
    wanted = {item.target for item in missing if item.target and item.target not in kind.fields}
    known = documents.known(work.session, case, wanted)
    wrong = [
        FieldError(field=f"missing.{position}.target", code="unknown_target")
        for position, item in enumerate(missing)
        if item.target and item.target not in kind.fields and item.target not in known
    ]
    if wrong:
        raise UnknownTarget(errors=wrong)


def step_of(kind: CaseType, case: Case, target: str) -> str:
    """The form step of a field, or of the field a file stands in; empty for others."""
    field = kind.attachments(case.form).get(target)
    return kind.definition.step_of(field.name if field else target)
