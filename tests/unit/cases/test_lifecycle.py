"""The lifecycle tables: each edge and each forbidden edge, generated from the tables themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import services.cases
from services.cases.contract.errors import ActionNotOpen
from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.words import Status
from services.cases.domain import lifecycle
from services.cases.domain.diagram import drawn
from services.cases.domain.guards import GUARDS
from services.cases.domain.transitions import LIFECYCLES, LifecycleName, Transition
from services.chassis.messages import Refusal
from services.chassis.messages.contracts import declared_in
from tests.unit.cases.situations import ACTORS, closed, open_for, open_situation

NAMES: list[LifecycleName] = list(LIFECYCLES)
EDGES = [
    (name, source, move) for name in NAMES for move in LIFECYCLES[name] for source in move.sources
]
MOVES = sorted({(move.action, move.leads, move.by) for _, _, move in EDGES})
PLACES = [(name, status) for name in NAMES for status in sorted(lifecycle.statuses(name))]
GUARDED = [(name, source, move, guard) for name, source, move in EDGES for guard in move.guards]


def _id(value: object) -> str:
    return f"{value.action}-{value.leads}" if isinstance(value, Transition) else str(value)


@pytest.mark.parametrize(("name", "source", "move"), EDGES, ids=_id)
def test_each_edge_is_open_when_its_guards_are(
    name: LifecycleName, source: Status, move: Transition
) -> None:
    now = open_for(move, name, source)
    assert lifecycle.choose(now, move.action, move.leads) is move
    assert lifecycle.is_open(now, move.action)
    lifecycle.ensure_open(now, move.action)
    shown = {action.name: action for action in lifecycle.actions_open_to(now)}
    assert shown[move.action].enabled
    assert shown[move.action].reason is None


@pytest.mark.parametrize(("name", "status"), PLACES)
def test_each_forbidden_edge_is_closed_to_everybody(name: LifecycleName, status: Status) -> None:
    rows = {(m.action, m.leads, m.by) for m in LIFECYCLES[name] if status in m.sources}
    forbidden = 0
    for side, (action, leads) in product(ACTORS, sorted({(a, way) for a, way, _ in MOVES})):
        if (action, leads, side) in rows:
            continue
        forbidden += 1
        with pytest.raises(ActionNotOpen) as refusal:
            lifecycle.choose(open_situation(name, status, side), action, leads)
        assert refusal.value.facts == {"action": action, "status": status, "reason": "status"}
    assert forbidden == 3 * len({(a, way) for a, way, _ in MOVES}) - len(rows)


@pytest.mark.parametrize(("name", "source", "move", "guard"), GUARDED, ids=_id)
def test_each_guard_closes_its_edge_and_the_button_says_why(
    name: LifecycleName, source: Status, move: Transition, guard: str
) -> None:
    now = closed(guard, open_for(move, name, source))
    with pytest.raises(Refusal):
        lifecycle.choose(now, move.action, move.leads)
    with pytest.raises(Refusal):
        lifecycle.ensure_open(now, move.action)
    shown = {action.name: action for action in lifecycle.actions_open_to(now)}
    assert not shown[move.action].enabled
    assert shown[move.action].reason in {GUARDS[each].reason for each in move.guards}


@pytest.mark.parametrize("name", NAMES)
def test_no_row_is_ambiguous_and_every_word_is_known(name: LifecycleName) -> None:
    rows = [(m.action, m.leads, m.by, source) for m in LIFECYCLES[name] for source in m.sources]
    assert len(rows) == len(set(rows))
    for move in LIFECYCLES[name]:
        assert set(move.guards) <= set(GUARDS)
        assert move.emits in {
            event.__name__ for event in declared_in("services.cases.contract.events", CaseEvent)
        }


def test_every_guard_guards_something() -> None:
    assert {guard for _, _, _, guard in GUARDED} == set(GUARDS)


@pytest.mark.parametrize("name", NAMES)
def test_every_status_is_reached_and_can_end_without_side_ways(name: LifecycleName) -> None:
    moves = [m for m in LIFECYCLES[name] if m.target is not None]
    reached: set[Status] = {"draft"}
    while new := {m.target for m in moves if reached & set(m.sources) and m.target} - reached:
        reached |= new
    assert reached == lifecycle.statuses(name)
    ending = lifecycle.terminal(name) - {"withdrawn"}
    assert ending
    while (
        new := {source for m in moves if not m.side and m.target in ending for source in m.sources}
        - ending
    ):
        ending |= new
    assert ending == lifecycle.statuses(name) - {"withdrawn"}


def test_the_ball_is_the_same_in_every_lifecycle_and_nobodys_at_the_end() -> None:
    balls: dict[Status, set[str]] = {}
    for name in NAMES:
        for status in lifecycle.statuses(name):
            whose = lifecycle.ball(name, status)
            balls.setdefault(status, set()).add(whose)
            assert (whose == "nobody") == (status in lifecycle.terminal(name))
            waited = {m.by for m in LIFECYCLES[name] if status in m.sources and not m.side}
            assert len(waited) <= 1, "one side's turn at a time"
    assert all(len(whose) == 1 for whose in balls.values())
    assert lifecycle.with_ball("firm") == {"draft", "information_requested"}


@given(name=st.sampled_from(NAMES), dice=st.randoms(use_true_random=False))
def test_any_walk_keeps_to_the_table_and_is_never_stuck(name: LifecycleName, dice: object) -> None:
    status: Status = "draft"
    for _ in range(60):
        leaving = [m for m in LIFECYCLES[name] if status in m.sources]
        if not leaving:
            assert status in lifecycle.terminal(name)
            return
        move = dice.choice(leaving)  # type: ignore[attr-defined]  # chosen by name
        now = open_for(move, name, status)
        for guard in move.guards:
            with pytest.raises(Refusal):
                lifecycle.choose(closed(guard, now), move.action, move.leads)
        status = lifecycle.choose(now, move.action, move.leads).target or status
    waited = [m for m in LIFECYCLES[name] if status in m.sources and not m.side]
    assert waited or status in lifecycle.terminal(name), "somebody's turn, or the end"


def test_the_first_closed_guard_is_the_one_that_is_told() -> None:
    now = closed("form_complete", open_situation("decision", "draft", "firm"))
    now = replace(closed("firm_approved", now))
    (submit, _withdraw) = lifecycle.actions_open_to(now)
    assert (submit.name, submit.reason) == ("submit", "firm_not_approved")


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_draws_the_table(name: LifecycleName) -> None:
    assert drawn(name) in (Path(services.cases.__file__).parent / "README.md").read_text()


def test_the_public_is_offered_nothing() -> None:
    now = open_situation("decision", "draft", "firm")
    nobody = replace(now, actor=now.actor.model_copy(update={"audience": "public"}))
    assert lifecycle.actions_open_to(nobody) == []
