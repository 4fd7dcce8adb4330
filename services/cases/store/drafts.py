"""Drafts: what each save changed, and so every version there has been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.cases.contract.errors import ActionNotOpen, NoSuchVersion, StaleVersion
from services.cases.contract.party_errors import NotYourPart
from services.cases.contract.types.drafts import DraftVersion, Edited
from services.cases.contract.types.parties import PersonRef
from services.cases.model import Case, DraftChange
from services.cases.store import access, cases
from services.chassis.db.work import Work

AT_ONCE = 100
CLOSE = timedelta(minutes=10)
"""Saves of one person closer than this are one version to choose from."""


def writable(work: Work, case_id: str, action: str) -> Case:
    """The draft, held. Raises CaseNotFound, NotYourPart, RoleMissing, ActionNotOpen."""
    case = cases.locked(work, case_id)
    access.ensure_applicant(work.actor, case)
    ensure_draft(case, action)
    return case


def readable(work: Work, case_id: str, action: str) -> Case:
    """The draft with its earlier versions, which are the applicant's alone.

    Raises CaseNotFound, NotYourPart, ActionNotOpen after submit.
    """
    case = cases.found(work, case_id)
    stands = access.standing(work.actor, case)
    if stands != "applicant":
        raise NotYourPart(standing=stands)
    ensure_draft(case, action)
    return case


def ensure_draft(case: Case, action: str) -> None:
    """Raises ActionNotOpen once it has been sent in."""
    if case.status != "draft":
        raise ActionNotOpen(action=action, status=case.status, reason="status")


def ensure_current(case: Case, version: int) -> None:
    """Raises StaleVersion, saying who saved in between and when."""
    if version == case.version:
        return
    edited = last_edit(case)
    if edited is None:
        raise StaleVersion(version=case.version)
    raise StaleVersion(version=case.version, by=edited.by.name, at=edited.at.isoformat())


def keep(work: Work, case: Case, before: dict[str, Any], page: str = "") -> None:
    """A new version; what it changed can be taken back."""
    names = [name for name in {*before, *case.form} if before.get(name) != case.form.get(name)]
    case.version += 1
    case.updated_at = case.edited_at = work.now
    case.edited_by_id, case.edited_by_name = work.actor.user_id, work.actor.name
    case.reminded_at = None
    work.session.add(
        DraftChange(
            case_id=case.id,
            version=case.version,
            at=work.now,
            by_id=work.actor.user_id,
            by_name=work.actor.name,
            page=page,
            before={name: before.get(name) for name in sorted(names)},
            after={name: case.form.get(name) for name in sorted(names)},
        )
    )
    work.session.flush()


def since(session: Session, case: Case, version: int) -> Sequence[DraftChange]:
    """The saves after a version, oldest first."""
    return session.scalars(
        select(DraftChange)
        .where(DraftChange.case_id == case.id, DraftChange.version > version)
        .order_by(DraftChange.version)
    ).all()


def form_before(case: Case, changes: Sequence[DraftChange]) -> dict[str, Any]:
    """The answers as they were before the changes, given all up to now."""
    form = dict(case.form)
    for change in reversed(changes):
        form |= change.before
    return {name: value for name, value in form.items() if value is not None}


def seen_by(
    case: Case, changes: Sequence[DraftChange], page: str
) -> tuple[dict[str, Any], list[DraftChange]]:
    """The answers an open page knows of, and the saves since that are others'."""
    form = form_before(case, changes)
    own = [change for change in changes if page and change.page == page]
    for change in own:
        form |= change.after
    return form, [change for change in changes if change not in own]


def form_at(session: Session, case: Case, version: int) -> dict[str, Any]:
    """The answers of a version. Raises NoSuchVersion when the draft never had it."""
    every = since(session, case, 0)
    if version not in {change.version for change in every}:
        raise NoSuchVersion
    return form_before(case, [change for change in every if change.version > version])


def versions(session: Session, case: Case) -> list[DraftVersion]:
    """Those to choose from, newest first."""
    groups: list[list[DraftChange]] = []
    for change in since(session, case, 0):
        last = groups[-1][-1] if groups else None
        if last and last.by_id == change.by_id and change.at - last.at < CLOSE:
            groups[-1].append(change)
        else:
            groups.append([change])
    return [_version(group) for group in reversed(groups)]


def last_edit(case: Case) -> Edited | None:
    """Who saved last; None while nobody has."""
    if case.edited_at is None:
        return None
    by = PersonRef(person_id=case.edited_by_id or "", name=case.edited_by_name or "")
    return Edited(by=by, at=case.edited_at)


def _version(group: list[DraftChange]) -> DraftVersion:
    last = group[-1]
    return DraftVersion(
        version=last.version,
        edited=Edited(by=PersonRef(person_id=last.by_id, name=last.by_name), at=last.at),
        fields=sorted({name for change in group for name in change.after}),
    )


def forget_ended(session: Session) -> int:
    """Erase the saves of what is no draft any more; returns of how many cases."""
    ended = (
        select(DraftChange.case_id)
        .join(Case, Case.id == DraftChange.case_id)
        .where(Case.status != "draft")
        .distinct()
        .limit(AT_ONCE)
    )
    ids = session.scalars(ended).all()
    if ids:
        session.execute(delete(DraftChange).where(DraftChange.case_id.in_(ids)))
    return len(ids)
