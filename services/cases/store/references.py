"""Cases that a case refers to by their number: those the firm may see, no others."""

from __future__ import annotations

from sqlalchemy import select

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.words import Referable
from services.cases.domain.references import REFERABLE
from services.cases.model import Case
from services.cases.store.access import visible
from services.chassis.db.work import Work


def problems(work: Work, kind: CaseType, case: Case) -> list[FieldProblem]:
    """References to no case of the firm's, or to one that is not where it must be."""
    shown = kind.visible(case.form)
    return [
        FieldProblem(field=field.name, code=code, step=kind.definition.step_of(field.name))
        for field in kind.fields.values()
        if field.type == "case" and field.name in shown
        if (code := _problem(_named(work, shown[field.name]), field))
    ]


def followed(work: Work, kind: CaseType, case: Case) -> Case | None:
    """The case this one follows, held; None when its type asks for none, or none was named."""
    number = case.form.get(kind.case_field)
    named = _named(work, number) if number else None
    if named is not None:
        work.session.refresh(named, with_for_update=True)
    return named


def appealed_by(work: Work, case: Case, kind: CaseType) -> Case | None:
    """The decided case that this one is the appeal of; None for others, and once it is settled."""
    if case.lifecycle != "appeal":
        return None
    number = case.form.get(kind.case_field)
    named = _named(work, number) if number else None
    if named is None or named.status != "appealed" or named.appeal is None:
        return None
    return named if named.appeal.get("case_id") == case.id else None


def take_place(case: Case, followed: Case) -> None:
    """A case without properties of its own is where the one it follows is."""
    case.place, case.property_text = followed.place, followed.property_text


def _problem(named: Case | None, field: FieldView) -> str:
    if named is None:
        return "case_unknown"
    if field.refers_to and not _is(named, field.refers_to):
        return f"case_not_{field.refers_to}"
    return ""


def _is(named: Case, wanted: Referable) -> bool:
    """A case that was closed after its decision is decided still: its time to appeal may run."""
    if wanted == "decided" and named.status == "closed":
        return bool(named.decision and named.decision.get("appeal_until"))
    return named.status in REFERABLE[wanted]


def _named(work: Work, number: str) -> Case | None:
    return work.session.scalar(select(Case).where(Case.number == number, visible(work.actor)))
