"""Every lifecycle move of a case: one table, one address for each."""

from typing import Annotated, Any

from gateway.api.bodies import from_body
from gateway.api.labels import LabelledCase, labelled
from gateway.api.patience import patiently
from gateway.api.router import WRITES, resource
from gateway.session import Caller, contractor, operator
from services.cases.contract.operations import (
    appeals,
    decisions,
    deficiencies,
    drafts,
    endings,
    handling,
)
from services.cases.contract.types.case import CaseView
from services.chassis.messages import Request

Move = type[Request[CaseView]]

FIRM_MOVES: dict[str, Move] = {
    "submit": drafts.SubmitCase,
    "withdraw": drafts.WithdrawCase,
    "supplement": deficiencies.SupplementCase,
    "report_start": endings.ReportStart,
    "appeal": appeals.AppealDecision,
    "withdraw_appeal": appeals.WithdrawAppeal,
}
STAFF_MOVES: dict[str, Move] = {
    "assign": handling.AssignCase,
    "request_information": deficiencies.RequestInformation,
    "prepare": deficiencies.PrepareLetter,
    "send": deficiencies.SendLetter,
    "accept_supplement": deficiencies.AcceptSupplement,
    "propose_decision": decisions.ProposeDecision,
    "decline_proposal": decisions.DeclineProposal,
    "decide": decisions.DecideCase,
    "answer_statement": decisions.AnswerStatement,
    "extend": endings.ExtendCase,
    "close": endings.CloseCase,
    "close_unanswered": deficiencies.CloseUnanswered,
    "reopen": endings.ReopenCase,
    "admit_appeal": appeals.AdmitAppeal,
    "reject_appeal": appeals.RejectAppeal,
    "send_on_appeal": appeals.SendOnAppeal,
    "overturn_decision": appeals.OverturnDecision,
    "uphold_decision": appeals.UpholdDecision,
}
LAGGING = ("DocumentNotReady",)
"""A file completed a moment ago may not have been told to cases yet."""

router = resource("actions", *WRITES)


def _add(action: str, move: Move, access: Any) -> None:
    async def perform(
        caller: Annotated[Caller, access],
        request: Annotated[Request[CaseView], from_body(move, "case_id")],
    ) -> LabelledCase:
        return labelled(await patiently(caller, request, *LAGGING), caller.language)

    router.add_api_route(
        f"/cases/{{case_id}}/actions/{action}",
        perform,
        methods=["POST"],
        name=move.operation(),
        summary=(move.__doc__ or "").partition("\n")[0],
    )


for _action, _move in FIRM_MOVES.items():
    _add(_action, _move, contractor())
for _action, _move in STAFF_MOVES.items():
    _add(_action, _move, operator())
