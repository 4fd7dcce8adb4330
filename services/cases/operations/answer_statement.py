"""The utility answers a request for a preliminary statement (forhåndsuttalelse)."""

from __future__ import annotations

from services.cases import events
from services.cases.catalogue.clients import client_of
from services.cases.contract.events.decisions import StatementGiven
from services.cases.contract.operations.decisions import AnswerStatement
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.parties import PersonRef
from services.cases.store import case_types, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def answer_statement(request: AnswerStatement, work: Work) -> CaseView:
    """A statement is advice, not a decision: nobody approves it and it cannot be appealed.

    Raises CaseNotFound, RoleMissing, ActionNotOpen.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "answer_statement")
    case.interim_due_at = None
    kind = case_types.kept(work.session, case.type, case.type_version)
    author = PersonRef(person_id=work.actor.user_id, name=work.actor.name)
    case.decision = DecisionView(
        outcome="statement",
        conditions=request.conditions,
        text=request.text,
        decided_by=author,
        decided_at=work.now,
    ).model_dump(mode="json")
    work.emit(
        events.of_case(
            StatementGiven,
            case,
            conditions=request.conditions,
            text=request.text,
            given_by=author,
            given_at=work.now,
            client=client_of(kind, case.form),
        )
    )
    return case_view(work, case, now)
