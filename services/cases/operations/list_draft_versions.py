"""Somebody looks for what the draft said earlier."""

from __future__ import annotations

from services.cases.contract.operations.drafts import ListDraftVersions
from services.cases.contract.types.drafts import DraftVersions
from services.cases.store import drafts
from services.chassis.db.work import Work


def list_draft_versions(request: ListDraftVersions, work: Work) -> DraftVersions:
    """For as long as it is a draft. Raises CaseNotFound, NotYourPart, ActionNotOpen."""
    case = drafts.readable(work, request.case_id, "list_draft_versions")
    return DraftVersions(items=drafts.versions(work.session, case))
