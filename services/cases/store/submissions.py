"""Versions of what a firm has sent in: the first at submit, one more with each answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.deficiencies import (
    Answer,
    FieldChange,
    FileChange,
    SubmissionView,
)
from services.cases.contract.types.parties import PersonRef
from services.cases.domain.submissions import changed_fields, files_of, with_files
from services.cases.model import Case, LetterItem, Submission
from services.cases.store import forms
from services.chassis.db.work import Work
from services.chassis.messages import FieldError


def keep(
    work: Work,
    case: Case,
    *,
    first: bool = False,
    letter: int | None = None,
    items: Sequence[int] = (),
    text: str = "",
    beside: Sequence[str] = (),
) -> None:
    """One more version, with the form as it is now; nobody looks for one before the `first`."""
    latest = select(func.max(Submission.version)).where(Submission.case_id == case.id)
    last = None if first else work.session.scalar(latest)
    work.session.add(
        Submission(
            case_id=case.id,
            version=(last or 0) + 1,
            at=work.now,
            by_id=work.actor.user_id,
            by_name=work.actor.name,
            letter=letter,
            items=list(items),
            text=text,
            form=dict(case.form),
            beside=list(beside),
        )
    )


def correct(case: Case, kind: CaseType, answered: Sequence[tuple[LetterItem, Answer]]) -> None:
    """Put corrected values and new files where the items are aimed.

    Raises InvalidForm, naming the answer, for a value the field cannot have.
    """
    form: dict[str, Any] = dict(case.form)
    files = attachments(kind)
    for position, (item, answer) in enumerate(answered):
        form = dict(with_files(form, item.target, answer.document_ids, files))
        if answer.value is not None:
            form |= _value(kind, item.target, answer.value, position, files)
    forms.replace(case, kind, kind.visible(form))


def _value(
    kind: CaseType, target: str, value: Any, position: int, files: Sequence[str]
) -> dict[str, Any]:
    place = f"answers.{position}.value"
    if target not in kind.fields or target in files:
        raise InvalidForm(errors=[FieldError(field=place, code="unknown_field")])
    try:
        normalised = kind.normalised({target: value})
    except InvalidForm as problem:
        raise InvalidForm(
            errors=[
                error.model_copy(update={"field": error.field.replace(target, place, 1)})
                for error in problem.errors
            ]
        ) from None
    if normalised.get(target) is None:
        raise InvalidForm(errors=[FieldError(field=place, code="required")])
    return normalised


def views(session: Session, case: Case, kind: CaseType) -> list[SubmissionView]:
    """Every version with what changed since the one before."""
    rows = session.scalars(
        select(Submission).where(Submission.case_id == case.id).order_by(Submission.version)
    ).all()
    before: list[Submission | None] = [None, *rows]
    return [_view(kind, row, earlier) for row, earlier in zip(rows, before, strict=False)]


def _view(kind: CaseType, row: Submission, earlier: Submission | None) -> SubmissionView:
    names = attachments(kind)
    was = files_of(earlier.form, (), names) if earlier else {}
    now = files_of(row.form, row.beside, names)
    changed = changed_fields(earlier.form, row.form, kind.fields, names) if earlier else []
    return SubmissionView(
        version=row.version,
        at=row.at,
        by=PersonRef(person_id=row.by_id, name=row.by_name),
        letter=row.letter,
        items=row.items,
        text=row.text,
        changes=[
            FieldChange(field=n, step=kind.definition.step_of(n), before=b, after=a)
            for n, b, a in changed
        ],
        files=[
            *(_file(key, was[key], "removed") for key in was if key not in now),
            *(_file(key, now[key], "added") for key in now if key not in was),
        ],
    )


def _file(document_id: str, field: str, change: Any) -> FileChange:
    return FileChange(document_id=document_id, field=field, change=change)


def attachments(kind: CaseType) -> list[str]:
    """The names of the fields that hold files."""
    return [name for name, field in kind.fields.items() if field.type == "attachment"]
