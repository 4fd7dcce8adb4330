"""Every move writes case, history, audit and outbox together, or not at all.

The fault: the nth writing statement of the transaction fails, for each n until the move goes
through; then the commit itself. After each, the four tables are as they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

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
TABLES = (
    '"case"',
    "case_history",
    "clock_interval",
    "letter",
    "letter_item",
    "draft_change",
    "audit",
    "outbox",
)
BROKEN: dict[str, set[str]] = {
    "test_from_submit_to_a_decision": {
        "submit",
        "receive",
        "assign",
        "extend",
        "request_information",
        "supplement",
        "accept_supplement",
        "propose_decision",
        "decline_proposal",
        "decide",
        "report_start",
        "close",
    },
    "test_the_ways_of_an_appeal": {
        "appeal",
        "withdraw_appeal",
        "reject_appeal",
        "admit_appeal",
        "send_on_appeal",
        "uphold_decision",
        "overturn_decision",
    },
    "test_what_ends_and_begins_again": {
        "remind",
        "close_unanswered",
        "reopen",
        "answer_interim",
        "withdraw",
        "answer_statement",
        "warn_of_lapse",
        "lapse",
    },
    "test_what_happens_by_itself_to_a_draft_and_its_files": {"expire", "reject_document"},
}
"""The moves each story breaks at every write; a story that breaks fewer or others fails."""


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
            sorted(map(repr, work.session.execute(text(f"SELECT * FROM {table}"))))  # noqa: S608 - the table is one of eight constants
            for table in TABLES
        ]


def moves_made() -> Counter[str]:
    """How often each move stands in the histories."""
    with begin(SYSTEM) as work:
        return Counter(work.session.scalars(text("SELECT action FROM case_history")))


class CarefulDesk(Desk):
    """Every move through this desk is broken at each write first, and remembered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing was broken yet."""
        super().__init__(monkeypatch)
        self.broken: set[str] = set()

    def ask(self, request: Request[Any], actor: Actor | None = None) -> Any:
        """As others ask, save for drafts and reading."""
        if request.operation() in {"create_case", "save_form", "get_case"}:
            return super().ask(request, actor)
        return self.break_at_each(lambda: super(CarefulDesk, self).ask(request, actor))

    def swept(self, name: str) -> int:
        """The sweep does all it finds, or nothing."""
        handled: int = self.break_at_each(lambda: super(CarefulDesk, self).swept(name))
        return handled

    def break_at_each(self, move: Callable[[], Any]) -> Any:
        """Through in the end; what it entered in the history was broken."""
        before = moves_made()
        done = nothing_or_all(self, move)
        self.broken |= set(moves_made() - before)
        return done


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
def careful(desk: Desk, request: pytest.FixtureRequest) -> Iterator[CarefulDesk]:
    """A desk whose story breaks what it says it breaks."""
    careful = CarefulDesk(desk.monkeypatch)
    yield careful
    assert careful.broken == BROKEN[request.node.name]


REASON = "Begrunnelse"


def _asked(desk: Desk, case: CaseView) -> CaseView:
    return desk.ask(
        RequestInformation(
            case_id=case.case_id, missing=[MissingItem(text="Kart")], due_on=clock.today()
        ),
        CASEWORKER,
    )


def test_from_submit_to_a_decision(careful: CarefulDesk) -> None:
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


def test_the_ways_of_an_appeal(careful: CarefulDesk, desk: Desk) -> None:
    case = desk.decided()
    named = {"case_id": case.case_id, "reason": REASON}
    appeal = AppealDecision(case_id=case.case_id, text="Uenig")
    careful.ask(appeal, FIRM)
    careful.ask(WithdrawAppeal(**named), FIRM)
    desk.later(days=60)
    careful.ask(appeal, FIRM)
    careful.ask(RejectAppeal(**named), APPROVER)
    careful.ask(appeal, FIRM)
    careful.ask(AdmitAppeal(**named), APPROVER)
    careful.ask(SendOnAppeal(**named), CASEWORKER)
    careful.ask(UpholdDecision(**named), CASEWORKER)
    careful.ask(appeal, FIRM)
    careful.ask(AdmitAppeal(**named), APPROVER)
    assert careful.ask(OverturnDecision(**named), APPROVER).status == "in_progress"


def test_what_ends_and_begins_again(careful: CarefulDesk, desk: Desk) -> None:
    case = desk.asked("Kart", due_on=clock.today())
    desk.later(days=2)
    careful.swept("remind_of_letters")
    desk.later(days=30)
    careful.ask(CloseUnanswered(case_id=case.case_id, reason=REASON), CASEWORKER)
    careful.ask(ReopenCase(case_id=case.case_id, reason=REASON), APPROVER)
    desk.later(days=40)
    careful.swept("give_interim_answers")
    assert careful.ask(WithdrawCase(case_id=case.case_id), FIRM).status == "withdrawn"
    statement = desk.assigned("FORH")
    careful.ask(AnswerStatement(case_id=statement.case_id, text="Greit"), CASEWORKER)
    desk.decided(outcome="approved")
    desk.later(days=3 * 366)
    careful.swept("lapse_approvals")
    desk.later(days=30)
    careful.swept("lapse_approvals")


def test_what_happens_by_itself_to_a_draft_and_its_files(careful: CarefulDesk, desk: Desk) -> None:
    """A draft nobody writes in is taken away; a file that was sent in turns out unusable."""
    forgotten = desk.draft()
    desk.later(days=80)
    desk.swept("expire_drafts")
    desk.later(days=15)
    careful.swept("expire_drafts")
    gone = desk.look(forgotten)
    assert (gone.status, gone.values) == ("withdrawn", {})
    case = desk.assigned()
    careful.break_at_each(lambda: desk.rejected(case, case.values["pipe_map"][0]))
    assert desk.look(case).status == "information_requested"


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


def test_every_move_of_the_tables_is_broken_in_some_story() -> None:
    """None is left out: neither what people do nor what happens by itself."""
    actions = {move.action for moves in LIFECYCLES.values() for move in moves}
    assert set().union(*BROKEN.values()) == actions
