"""A firm's draft saves itself."""

from __future__ import annotations

from services.cases.contract.operations.drafts import SaveForm
from services.cases.contract.types.case import CaseView
from services.cases.store import case_types, drafts, forms
from services.cases.views import case_view
from services.chassis.db.work import Work


def save_form(request: SaveForm, work: Work) -> CaseView:
    """Keep the given values; what is missing is not a problem yet.

    Raises CaseNotFound, NotYourPart, RoleMissing, ActionNotOpen after submit, StaleVersion when
    somebody else saved in between (nothing is overwritten), InvalidForm for wrong types and unknown
    fields.
    """
    case = drafts.writable(work, request.case_id, "save_form")
    drafts.ensure_current(case, request.version)
    before = case.form
    forms.save(case, case_types.kept(work.session, case.type, case.type_version), request.values)
    if request.title is not None:
        case.title = request.title
    drafts.keep(work, case, before, request.page)
    return case_view(work, case)
