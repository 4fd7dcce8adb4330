"""People do what they like in any order: no case gets stuck, and no guard is passed by."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from services.cases.contract.operations.appeals import (
    AdmitAppeal,
    AppealDecision,
    OverturnDecision,
    RejectAppeal,
    SendOnAppeal,
    UpholdDecision,
    WithdrawAppeal,
)
from services.cases.contract.operations.decisions import (
    AnswerStatement,
    DecideCase,
    DeclineProposal,
    ProposeDecision,
)
from services.cases.contract.operations.deficiencies import (
    AcceptSupplement,
    CloseUnanswered,
    RequestInformation,
    SupplementCase,
)
from services.cases.contract.operations.drafts import SubmitCase, WithdrawCase
from services.cases.contract.operations.endings import (
    CloseCase,
    ExtendCase,
    ReopenCase,
    ReportStart,
)
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.reading import GetTimeline
from services.cases.contract.types.case import CaseView, TimelineEntry
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.domain.lifecycle import statuses, terminal
from services.cases.domain.transitions import LIFECYCLES, LifecycleName
from services.chassis import clock
from services.chassis.db import audit
from services.chassis.db.transaction import begin
from services.chassis.messages import Request, snake_case
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import APPROVER, BOTH, CASEWORKER, FIRM, READER, SYSTEM

PEOPLE = (FIRM, READER, CASEWORKER, APPROVER, BOTH)
STEPS = 40
ENDS_AN_APPEAL = {"reject_appeal", "send_on_appeal", "overturn_decision", "uphold_decision"}
REASONED: dict[str, type[Request[CaseView]]] = {
    "withdraw_appeal": WithdrawAppeal,
    "admit_appeal": AdmitAppeal,
    "reject_appeal": RejectAppeal,
    "send_on_appeal": SendOnAppeal,
    "overturn_decision": OverturnDecision,
    "uphold_decision": UpholdDecision,
    "close": CloseCase,
    "close_unanswered": CloseUnanswered,
    "reopen": ReopenCase,
}


def _open_item(case: CaseView) -> str:
    items = [item for letter in case.deficiencies for item in letter.items if item.state == "open"]
    return items[0].item_id if items else "none"


def _requests(case: CaseView, dice: Random) -> dict[str, Request[Any]]:
    case_id = case.case_id
    outcome = dice.choice(["approved", "approved_with_conditions", "refused", "dismissed"])
    conditions = ["Vilkår"] if outcome == "approved_with_conditions" else []
    answer = Answer(item_id=_open_item(case), text="Svar")
    missing = [MissingItem(text="Mangel")] * dice.randint(1, 2)
    return {
        "submit": SubmitCase(case_id=case_id),
        "withdraw": WithdrawCase(case_id=case_id),
        "assign": AssignCase(case_id=case_id),
        "request_information": RequestInformation(
            case_id=case_id,
            missing=missing,
            due_on=clock.today() + timedelta(days=7),
            severity=dice.choice(["minor", "major"]),
        ),
        "supplement": SupplementCase(case_id=case_id, answers=[answer])
        if _open_item(case) != "none"
        else SupplementCase(case_id=case_id, text="Mer"),
        "accept_supplement": AcceptSupplement(case_id=case_id),
        "propose_decision": ProposeDecision(
            case_id=case_id,
            outcome=outcome,  # type: ignore[arg-type]  # one of the four
            conditions=conditions,
            text="Forslag",
        ),
        "decline_proposal": DeclineProposal(case_id=case_id, reason="Nei takk"),
        "decide": DecideCase(case_id=case_id),
        "answer_statement": AnswerStatement(case_id=case_id, text="Uttalelse"),
        "appeal": AppealDecision(case_id=case_id, text="Feil"),
        **{
            action: kind(case_id=case_id, reason="Begrunnelse") for action, kind in REASONED.items()
        },
        "report_start": ReportStart(case_id=case_id),
        "extend": ExtendCase(
            case_id=case_id,
            until=((case.expected_by or clock.now()) + timedelta(days=30)).date(),
            reason="Mange saker",
        ),
    }


LIFECYCLE_OF: dict[str, LifecycleName] = {
    "RORM": "notice",
    "PASL-FETT": "decision",
    "FORH": "statement",
    "KLAGE": "appeal",
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["RORM", "PASL-FETT", "FORH"])
def test_the_buttons_tell_the_truth_along_any_way(desk: Desk, kind: str, seed: int) -> None:
    dice = Random(f"{kind}{seed}")
    case = desk.draft(kind)
    for _ in range(STEPS):
        _time_passes(desk, dice)
        _anything(desk, case, dice)
    _finish(desk, case)
    _agrees(desk, case)


@pytest.mark.parametrize("seed", range(6))
def test_an_appeal_and_the_case_it_is_about_go_any_way_together(desk: Desk, seed: int) -> None:
    """Somebody works in the one, somebody in the other; what the two say is the same throughout."""
    dice = Random(f"KLAGE{seed}")
    decided = desk.decided(outcome=dice.choice(["refused", "approved"]))
    appeal = desk.draft("KLAGE", followed_case=decided.number)
    if dice.random() < 0.8:
        appeal = desk.ask(SubmitCase(case_id=appeal.case_id), FIRM)
    for _ in range(STEPS):
        _time_passes(desk, dice, often=0.05)
        _anything(desk, dice.choice([decided, appeal, appeal]), dice)
        _say_the_same(desk, appeal, decided)
    for case in (appeal, decided):
        _finish(desk, case)
        _agrees(desk, case)


def _time_passes(desk: Desk, dice: Random, often: float = 0.1) -> None:
    if dice.random() < often:
        desk.later(days=dice.choice([8, 30, 400]))
        desk.sweep_all()


def _anything(desk: Desk, case: CaseView, dice: Random) -> None:
    """Somebody tries something; it is done when its button is open, and refused when not."""
    actor = dice.choice(PEOPLE)
    if actor.audience == "operator" and desk.look(case).submitted_at is None:
        return
    seen = desk.look(case, actor)
    assert seen.status in statuses(LIFECYCLE_OF[case.type])
    shown = {action.name: action.enabled for action in seen.actions}
    assert bool(shown) or actor.audience == "operator" or seen.ball != "firm"
    requests = _requests(seen, dice)
    likely = [name for name in requests if name != "withdraw" or dice.random() < 0.1]
    action = dice.choice(likely)
    if shown.get(action):
        assert desk.ask(requests[action], actor).version > seen.version
    else:
        refusal = desk.refused(requests[action], actor)
        assert refusal.kind in {"conflict", "forbidden"} or action == "submit", refusal.code
        assert desk.look(case, actor).version == seen.version


def _say_the_same(desk: Desk, appeal: CaseView, decided: CaseView) -> None:
    """While the appeal is handled the decision waits for it, at the same place, and no longer."""
    its, theirs = desk.look(appeal), desk.look(decided)
    if theirs.appeal is None or theirs.appeal.case_id != appeal.case_id:
        return
    waits = theirs.status == "appealed"
    handled = its.status in statuses("appeal") - terminal("appeal")
    assert waits or its.status != "appealed" or _taken_up_again(desk, appeal)
    if waits and handled:
        assert (theirs.appeal.state == "sent_on") == (its.status == "appealed")
    own = {each.name for each in desk.look(decided, BOTH).actions if each.enabled}
    assert not (waits and handled and own & ENDS_AN_APPEAL), "it is handled in one place"


def _taken_up_again(desk: Desk, appeal: CaseView) -> bool:
    """An appeal that was opened again after it was settled is the utility's own matter."""
    return "reopen" in [entry.action for entry in _history(desk, appeal)]


def _history(desk: Desk, case: CaseView) -> list[TimelineEntry]:
    return desk.ask(GetTimeline(case_id=case.case_id), FIRM).items


def _agrees(desk: Desk, case: CaseView) -> None:
    """At its end, and history, events and audit trail tell of the same moves."""
    lifecycle = LIFECYCLE_OF[case.type]
    ended = desk.look(case)
    assert ended.status in terminal(lifecycle)
    entries = [entry for entry in _history(desk, case) if entry.action not in {"create", "refer"}]
    assert entries[-1].status == ended.status
    emits = {move.action: move.emits for move in LIFECYCLES[lifecycle]}
    promised = [emits[entry.action] for entry in entries]
    told = [event["told"] for event in desk.told() if event["case_id"] == case.case_id]
    assert told[1:] == [f"{snake_case(name)}.v1" for name in promised]
    with begin(SYSTEM) as work:
        assert audit.breaks(work.session, f"case:{case.case_id}") == []


FORWARD = (
    "submit",
    "supplement",
    "accept_supplement",
    "assign",
    "answer_statement",
    "decide",
    "admit_appeal",
    "uphold_decision",
    "send_on_appeal",
    "reject_appeal",
)
"""The last for an appeal that came too late and that nobody let in."""


def _finish(desk: Desk, case: CaseView) -> None:
    """From wherever it is, those whose turn it is can bring it to an end without side ways.

    Only a draft that lacks something, as an appeal of what is decided no more, is taken back.
    """
    for _ in range(12):
        for actor in (FIRM, CASEWORKER, APPROVER):
            if actor is not FIRM and desk.look(case).submitted_at is None:
                continue
            seen = desk.look(case, actor)
            requests = _requests(seen, Random(0))
            shown = {a.name for a in seen.actions if a.enabled}
            if seen.status == "in_progress" and "propose_decision" in shown:
                desk.ask(requests["propose_decision"], actor)
            for action in FORWARD:
                if action in shown and not (action == "assign" and seen.status != "received"):
                    desk.ask(requests[action], actor)
                    break
    if desk.look(case).status == "draft":
        desk.ask(WithdrawCase(case_id=case.case_id), FIRM)
