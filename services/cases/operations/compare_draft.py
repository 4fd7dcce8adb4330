"""Somebody's answers meet what a colleague, or another tab, has saved meanwhile."""

from __future__ import annotations

from services.cases.contract.operations.drafts import CompareDraft
from services.cases.contract.types.drafts import DraftComparison, FieldConflict
from services.cases.contract.types.parties import PersonRef
from services.cases.domain.merging import merge
from services.cases.model import Case, DraftChange
from services.cases.store import case_types, drafts
from services.chassis.db.work import Work


def compare_draft(request: CompareDraft, work: Work) -> DraftComparison:
    """What can be saved at once, and what somebody must decide; nothing is changed.

    Raises CaseNotFound, NotYourPart, ActionNotOpen after submit, InvalidForm.
    """
    case = drafts.readable(work, request.case_id, "save_form")
    kind = case_types.kept(work.session, case.type, case.type_version)
    mine = kind.normalised(request.values)
    since = drafts.since(work.session, case, request.version)
    base, changes = drafts.seen_by(case, since, request.page)
    merged = merge(base, mine, case.form)
    latest = {name: change for change in changes for name in change.after}
    return DraftComparison(
        version=case.version,
        mine=merged.mine,
        conflicts=[_conflict(name, mine, case, latest[name]) for name in merged.conflicts],
        theirs=sorted(latest),
        edited=drafts.last_edit(case),
    )


def _conflict(name: str, mine: dict[str, object], case: Case, change: DraftChange) -> FieldConflict:
    return FieldConflict(
        field=name,
        mine=mine[name],
        theirs=case.form.get(name),
        by=PersonRef(person_id=change.by_id, name=change.by_name),
        at=change.at,
    )
