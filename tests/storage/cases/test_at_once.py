"""Two people at the same moment: one effect, and the other is told where the case is."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from services.cases.contract.operations.decisions import DecideCase, ProposeDecision
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.drafts import SubmitCase, WithdrawCase
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.types.deficiencies import Answer
from services.chassis.messages import Actor, Refusal, Request
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import APPROVER, CASEWORKER, COLLEAGUE, FIRM


def _both(desk: Desk, *asked: tuple[Request[Any], Actor]) -> list[str]:
    """How each ended: `ok` or the refusal's code."""
    together = threading.Barrier(len(asked))

    def ask(request: Request[Any], actor: Actor) -> str:
        together.wait()
        try:
            desk.ask(request, actor)
        except Refusal as refusal:
            return refusal.code
        return "ok"

    with ThreadPoolExecutor(len(asked)) as pool:
        return sorted(pool.map(lambda pair: ask(*pair), asked))


def test_two_submit_the_same_draft(desk: Desk) -> None:
    case = desk.draft()
    request = SubmitCase(case_id=case.case_id)
    assert _both(desk, (request, FIRM), (request, COLLEAGUE)) == ["ActionNotOpen", "ok"]
    assert len(desk.told("case_received")) == 1


def test_numbers_are_never_given_twice(desk: Desk) -> None:
    drafts = [desk.draft() for _ in range(6)]
    submits = [(SubmitCase(case_id=draft.case_id), FIRM) for draft in drafts]
    assert _both(desk, *submits) == ["ok"] * 6
    assert len({desk.look(draft).number for draft in drafts}) == 6


def test_two_colleagues_answer_the_same_item(desk: Desk) -> None:
    case = desk.asked("Mangler kart", "Mangler mål")
    item = case.deficiencies[0].items[0].item_id
    answers = [
        SupplementCase(case_id=case.case_id, answers=[Answer(item_id=item, text=text, again=False)])
        for text in ("Den ene", "Den andre")
    ]
    ended = _both(desk, (answers[0], FIRM), (answers[1], COLLEAGUE))
    assert ended == ["AlreadyAnswered", "ok"]


def test_a_decision_and_a_withdrawal_do_not_both_happen(desk: Desk) -> None:
    case = desk.submitted()
    desk.ask(AssignCase(case_id=case.case_id), CASEWORKER)
    propose = ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit")
    desk.ask(propose, CASEWORKER)
    ended = _both(
        desk,
        (DecideCase(case_id=case.case_id), APPROVER),
        (WithdrawCase(case_id=case.case_id), FIRM),
    )
    assert ended == ["ActionNotOpen", "ok"]
    told = [event["told"] for event in desk.told()]
    assert ("decision_recorded.v1" in told) != ("case_withdrawn.v1" in told)
