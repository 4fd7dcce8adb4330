"""A caseworker writes on a deficiency letter that is not sent yet."""

from __future__ import annotations

from services.cases.contract.operations.deficiencies import PrepareLetter
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import PreparedLetter
from services.cases.contract.types.parties import PersonRef
from services.cases.domain import lifecycle
from services.cases.steps import asking
from services.cases.store import case_types, cases, prepared, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def prepare_letter(request: PrepareLetter, work: Work) -> CaseView:
    """Several items, written over days and by several people; the firm sees none of it.

    Without items it is thrown away. Raises CaseNotFound, RoleMissing, ActionNotOpen, DateInThePast,
    UnknownTarget.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "request_information")
    kind = case_types.kept(work.session, case.type, case.type_version)
    asking.last_instant(work, kind, request.due_on)
    asking.ensure_aimed(work, case, kind, request.missing)
    letter = PreparedLetter(
        missing=request.missing,
        due_on=request.due_on,
        severity=request.severity,
        prepared_at=work.now,
        prepared_by=PersonRef(person_id=work.actor.user_id, name=work.actor.name),
    )
    prepared.keep(work, case, letter if request.missing else None)
    work.record("letter_prepared", chain=f"case:{case.id}", facts={"items": len(request.missing)})
    return case_view(work, case, now)
