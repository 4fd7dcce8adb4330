"""An appeal taken in on the case that was decided, from its page or by a case of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.types.appeals import AppealView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.parties import PersonRef
from services.cases.domain import lifecycle
from services.cases.domain.situation import Situation
from services.cases.model import Case
from services.cases.store import appeals, case_types, moves, references, situations
from services.chassis.db.work import Work

RESTORING = frozenset({"withdraw_appeal", "reject_appeal", "uphold_decision"})
"""After these the decided case is again what it was."""


def begun(
    work: Work, case: Case, now: Situation, text: str, document_ids: Sequence[str], **own: Any
) -> AppealView:
    """The decided case is appealed now; late when its time to appeal had ended.

    `own` names the case the appeal is, when it is one. Raises what the move refuses with.
    """
    before = case.status
    until = DecisionView.model_validate(case.decision).appeal_until if now.may_appeal else None
    late = until is not None and until <= work.now
    moves.follow(work, case, now, "appeal", facts={"late": late})
    kind = case_types.kept(work.session, case.type, case.type_version)
    appeal = AppealView(
        text=text,
        document_ids=list(document_ids),
        by=PersonRef(person_id=work.actor.user_id, name=work.actor.name),
        received_at=work.now,
        appeal_until=until,
        state="late" if late else "in_time",
        status_before=before,
        body=kind.definition.appeal_body,
        **own,
    )
    return appeals.keep(case, appeal)


def begun_by_case(work: Work, case: Case, kind: CaseType, decided: Case) -> AppealView | None:
    """A case that is an appeal names the one it is about; None when that cannot be appealed."""
    now = situations.of(work, decided)
    if case.lifecycle != "appeal" or not now.may_appeal or not lifecycle.is_open(now, "appeal"):
        return None
    said = [
        str(case.form[name])
        for name, field in kind.fields.items()
        if field.type == "long_text" and case.form.get(name)
    ]
    own = {"case_id": case.id, "case_number": case.number}
    return begun(work, decided, now, "\n\n".join(said), (), **own)


def carried_over(work: Work, case: Case, action: str, **changes: Any) -> Case | None:
    """The same step on the decided case an appeal case is about; None when there is none.

    Raises what the move refuses with there: a late appeal waits for a leader on the decided case.
    """
    kind = case_types.kept(work.session, case.type, case.type_version)
    decided = references.appealed_by(work, case, kind)
    if decided is None:
        return None
    work.session.refresh(decided, with_for_update=True)
    leads = appeals.leads_back(decided) if action in RESTORING else ""
    now = replace(situations.of(work, decided), appeal_case_open=False)
    moves.follow(work, decided, now, action, leads=leads)
    appeals.advance(decided, **changes)
    return decided
