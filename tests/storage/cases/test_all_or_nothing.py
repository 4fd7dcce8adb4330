"""Every move writes case, history, audit and outbox together, or not at all.

The fault: the nth writing statement of the transaction fails, for each n until the move goes
through; then the commit itself. After each, the four tables are as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from services.cases import sweeps
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
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.domain.transitions import LIFECYCLES
from services.chassis import clock
from services.chassis.db.engine import engine
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Request
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import APPROVER, CASEWORKER, FIRM, SYSTEM

MOST_STATEMENTS = 60
WRITES = ("INSERT", "UPDATE", "DELETE")
TABLES = ('"case"', "case_history", "clock_interval", "letter", "letter_item", "audit", "outbox")


class Broken(Exception):
    """The fault."""


@contextmanager
def failing_at(number: int) -> Iterator[list[int]]:
    """The nth write fails; tells how many there were."""
    seen = [0]

    def before(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().startswith(WRITES):
            seen[0] += 1
            if seen[0] == number:
                raise Broken

    event.listen(engine(), "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine(), "before_cursor_execute", before)


def everything(desk: Desk) -> list[Any]:
    """Every row of what a move may touch."""
    del desk
    with begin(SYSTEM) as work:
        return [
            sorted(map(repr, work.session.execute(text(f"SELECT * FROM {table}"))))  # noqa: S608 - the table is one of seven constants
            for table in TABLES
        ]


def nothing_or_all(desk: Desk, move: Callable[[], Any]) -> Any:
    """Break the move at each write; then let it through."""
    before = everything(desk)
    for number in range(1, MOST_STATEMENTS):
        try:
            with failing_at(number) as seen:
                done = move()
        except Broken:
            assert everything(desk) == before, f"something was left after write {number}"
            continue
        assert seen[0] == number - 1, "each write was broken once"
        after = everything(desk)
        touched = {name for name, a, b in zip(TABLES, before, after, strict=True) if a != b}
        assert {'"case"', "case_history", "audit", "outbox"} <= touched
        return done
    raise AssertionError("the move never went through")


@pytest.fixture
def careful(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Every move through this desk is broken at each write first."""
    plain = desk.ask

    def ask(request: Request[Any], actor: Actor | None = None) -> Any:
        if request.operation() in {"create_case", "save_form", "get_case"}:
            return plain(request, actor)
        return nothing_or_all(desk, lambda: plain(request, actor))

    monkeypatch.setattr(desk, "ask", ask)
    return desk


REASON = "Begrunnelse"


def _asked(desk: Desk, case: CaseView) -> CaseView:
    return desk.ask(
        RequestInformation(
            case_id=case.case_id, missing=[MissingItem(text="Kart")], due_on=clock.today()
        ),
        CASEWORKER,
    )


def test_from_submit_to_a_decision(careful: Desk) -> None:
    case = careful.ask(SubmitCase(case_id=careful.draft().case_id), FIRM)
    case = careful.ask(AssignCase(case_id=case.case_id), CASEWORKER)
    until = case.expected_by
    assert until is not None
    later = until.date() + timedelta(days=14)
    careful.ask(ExtendCase(case_id=case.case_id, until=later, reason=REASON), CASEWORKER)
    item = _asked(careful, case).deficiencies[0].items[0].item_id
    answers = [Answer(item_id=item, text="Svar")]
    careful.ask(SupplementCase(case_id=case.case_id, answers=answers), FIRM)
    careful.ask(AcceptSupplement(case_id=case.case_id), CASEWORKER)
    propose = ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit")
    careful.ask(propose, CASEWORKER)
    careful.ask(DeclineProposal(case_id=case.case_id, reason=REASON), APPROVER)
    careful.ask(propose, CASEWORKER)
    assert careful.ask(DecideCase(case_id=case.case_id), APPROVER).status == "approved"
    careful.ask(ReportStart(case_id=case.case_id), FIRM)
    assert careful.ask(CloseCase(case_id=case.case_id), CASEWORKER).status == "closed"


def test_the_ways_of_an_appeal(careful: Desk) -> None:
    case = careful.decided()
    named = {"case_id": case.case_id, "reason": REASON}
    appeal = AppealDecision(case_id=case.case_id, text="Uenig")
    careful.ask(appeal, FIRM)
    careful.ask(WithdrawAppeal(**named), FIRM)
    careful.later(days=60)
    careful.ask(appeal, FIRM)
    careful.ask(RejectAppeal(**named), APPROVER)
    careful.ask(appeal, FIRM)
    careful.ask(AdmitAppeal(**named), APPROVER)
    careful.ask(SendOnAppeal(**named), CASEWORKER)
    careful.ask(UpholdDecision(**named), CASEWORKER)
    careful.ask(appeal, FIRM)
    careful.ask(AdmitAppeal(**named), APPROVER)
    assert careful.ask(OverturnDecision(**named), APPROVER).status == "in_progress"


def test_what_ends_and_begins_again(careful: Desk) -> None:
    case = careful.asked("Kart", due_on=clock.today())
    careful.later(days=2)
    nothing_or_all(careful, lambda: _swept("remind_of_letters"))
    careful.later(days=30)
    careful.ask(CloseUnanswered(case_id=case.case_id, reason=REASON), CASEWORKER)
    careful.ask(ReopenCase(case_id=case.case_id, reason=REASON), APPROVER)
    careful.later(days=40)
    nothing_or_all(careful, lambda: _swept("give_interim_answers"))
    assert careful.ask(WithdrawCase(case_id=case.case_id), FIRM).status == "withdrawn"
    statement = careful.assigned("FORH")
    careful.ask(AnswerStatement(case_id=statement.case_id, text="Greit"), CASEWORKER)
    careful.decided(outcome="approved")
    careful.later(days=3 * 366)
    nothing_or_all(careful, lambda: _swept("lapse_approvals"))
    careful.later(days=30)
    nothing_or_all(careful, lambda: _swept("lapse_approvals"))


def _swept(name: str) -> int:
    with begin(Actor.system("cases")) as work:
        done: int = getattr(sweeps, name)(work)
    assert done == 1
    return done


def test_a_move_that_tells_nothing_would_be_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check bites: a move that forgets its event leaves the outbox untouched."""
    monkeypatch.setattr("services.chassis.db.work.Work.emit", lambda *_a, **_k: None)
    with pytest.raises(AssertionError), begin(FIRM):
        nothing_or_all(desk, desk.submitted)


def test_a_commit_that_fails_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    case = desk.assigned()
    before = everything(desk)

    def broken(name: str) -> None:
        if name == "before-commit":
            raise Broken

    monkeypatch.setattr("services.chassis.faults.point", broken)
    with pytest.raises(Broken):
        desk.ask(CloseCase(case_id=case.case_id), CASEWORKER)
    monkeypatch.undo()
    assert everything(desk) == before


def test_every_action_of_the_tables_was_broken_here() -> None:
    """Read from the moves above, so that a new action must be broken too."""
    actions = {move.action for moves in LIFECYCLES.values() for move in moves}
    named = {
        "submit": "submit_case",
        "assign": "assign_case",
        "supplement": "supplement_case",
        "decide": "decide_case",
        "appeal": "appeal_decision",
        "close": "close_case",
        "reopen": "reopen_case",
        "extend": "extend_case",
        "withdraw": "withdraw_case",
    }
    by_themselves = {
        "receive",
        "reject_document",
        "remind",
        "answer_interim",
        "warn_of_lapse",
        "expire",
    }
    told = {named.get(action, action) for action in actions - by_themselves - {"lapse"}}
    written = Path(__file__).read_text(encoding="utf-8")
    missing = [name for name in told if f"{_class_of(name)}(" not in written]
    assert missing == []


def _class_of(operation: str) -> str:
    return "".join(part.capitalize() for part in operation.split("_"))
