"""A firm asks what is missing before it can submit."""

from __future__ import annotations

from services.cases.contract.operations.drafts import CheckCase
from services.cases.contract.types.forms import CheckView
from services.cases.store import case_types, cases, duplicates, situations
from services.chassis.db.work import Work


def check_case(request: CheckCase, work: Work) -> CheckView:
    """Missing answers and unusable files, and which steps are complete. Raises CaseNotFound."""
    case = cases.found(work, request.case_id)
    kind = case_types.kept(work.session, case.type, case.type_version)
    problems = situations.problems(work, case)
    incomplete = {problem.step for problem in problems}
    return CheckView(
        complete=not problems,
        problems=problems,
        duplicates=duplicates.of(work, case, kind),
        steps_complete=[s.key for s in kind.definition.steps if s.key not in incomplete],
    )
