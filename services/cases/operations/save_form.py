"""A firm's draft saves itself."""

from __future__ import annotations

from services.cases.contract.errors import ActionNotOpen, StaleVersion
from services.cases.contract.operations.drafts import SaveForm
from services.cases.contract.types.case import CaseView
from services.cases.store import access, case_types, cases, forms
from services.cases.views import case_view
from services.chassis.db.work import Work


def save_form(request: SaveForm, work: Work) -> CaseView:
    """Keep the given values; what is missing is not a problem yet.

    Raises CaseNotFound, NotYourPart, RoleMissing, ActionNotOpen after submit, StaleVersion when
    somebody else saved in between (nothing is overwritten), InvalidForm for wrong types and unknown
    fields.
    """
    case = cases.locked(work, request.case_id)
    access.ensure_applicant(work.actor, case)
    if case.status != "draft":
        raise ActionNotOpen(action="save_form", status=case.status, reason="status")
    if request.version != case.version:
        raise StaleVersion(version=case.version)
    forms.save(case, case_types.kept(work.session, case.type, case.type_version), request.values)
    if request.title is not None:
        case.title = request.title
    case.version += 1
    case.updated_at = work.now
    work.session.flush()
    return case_view(work, case)
