"""A firm takes its draft over to the newest version of its type."""

from __future__ import annotations

from services.cases.catalogue.comparison import dropped
from services.cases.contract.operations.publishing import RenewDraft
from services.cases.contract.types.case import CaseView
from services.cases.store import case_types, drafts, forms, moves
from services.cases.views import case_view
from services.chassis.db.work import Work


def renew_draft(request: RenewDraft, work: Work) -> CaseView:
    """Answers the newest version takes are kept; the timeline says what was dropped.

    Raises CaseNotFound, NotYourPart, RoleMissing, ActionNotOpen after submit, StaleVersion.
    """
    case = drafts.writable(work, request.case_id, "renew_draft")
    if request.version is not None:
        drafts.ensure_current(case, request.version)
    kind = case_types.newest(work.session, case.utility, case.type, work.now)
    gone = dropped(kind, case.form)
    facts = {"before": case.type_version, "after": kind.definition.version, "dropped": gone}
    case.type_version, case.type_title = kind.definition.version, kind.definition.title
    case.type_text = " ".join(kind.definition.title.values())
    case.case_class, case.lifecycle = kind.definition.class_, kind.definition.lifecycle
    before = case.form
    forms.replace(case, kind, {name: v for name, v in case.form.items() if name not in gone})
    drafts.keep(work, case, before)
    moves.note(work, case, "renew", facts)
    return case_view(work, case)
