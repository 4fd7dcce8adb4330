"""Somebody takes a draft back to an earlier version."""

from __future__ import annotations

from services.cases.contract.operations.drafts import RestoreDraft
from services.cases.contract.types.case import CaseView
from services.cases.store import case_types, drafts, forms
from services.cases.views import case_view
from services.chassis.db.work import Work


def restore_draft(request: RestoreDraft, work: Work) -> CaseView:
    """A new version with the old answers, so that this, too, can be taken back.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, StaleVersion, NoSuchVersion.
    """
    case = drafts.writable(work, request.case_id, "restore_draft")
    drafts.ensure_current(case, request.version)
    before = case.form
    kind = case_types.kept(work.session, case.type, case.type_version)
    forms.replace(case, kind, drafts.form_at(work.session, case, request.to))
    drafts.keep(work, case, before)
    return case_view(work, case)
