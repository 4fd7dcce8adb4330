"""Firm and utility see each version of what was sent in, and what changed."""

from __future__ import annotations

from services.cases.contract.operations.deficiencies import GetSubmissions
from services.cases.contract.types.deficiencies import Submissions
from services.cases.store import case_types, cases, submissions
from services.chassis.db.work import Work


def get_submissions(request: GetSubmissions, work: Work) -> Submissions:
    """Field by field and file by file, oldest first. Raises CaseNotFound."""
    case = cases.found(work, request.case_id)
    kind = case_types.kept(work.session, case.type, case.type_version)
    return Submissions(items=submissions.views(work.session, case, kind))
