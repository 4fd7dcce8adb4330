"""As many are woken as there is work for, not all: each that wakes asks the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

import pytest

from services.chassis.db.work import Work
from services.chassis.messages import Event
from services.chassis.transport.inbox import InboxReceiver
from services.chassis.transport.specs import ListenerSpec
from services.chassis.wake import on_wake, wake


class NoteWritten(Event):
    """Something somebody waits for."""

    aggregate_kind = "note"
    aggregate_field = "note_id"

    note_id: str = ""


def _react(event: NoteWritten, work: Work) -> None:
    """Never called here."""


@dataclass
class Sleeper:
    """A loop as those that wake it know it."""

    sleeps: bool
    roused: list[str] = field(default_factory=list)

    def rouse(self) -> None:
        """Noted."""
        self.roused.append("roused")


@pytest.mark.parametrize(
    ("sleeping", "wanted", "roused"),
    [
        ([True, True, True], 1, [1, 0, 0]),
        ([False, True, True], 1, [0, 1, 0]),
        ([False, True, True], 2, [0, 1, 1]),
        ([False, True, True], 3, [1, 1, 1]),
        ([False, False, False], 1, [1, 1, 1]),
    ],
)
def test_so_many_of_those_that_sleep_and_when_too_few_do_all_look_again(
    sleeping: list[bool], wanted: int, roused: list[int]
) -> None:
    name = uuid4().hex
    sleepers = [Sleeper(sleeps) for sleeps in sleeping]
    for sleeper in sleepers:
        on_wake(name, sleeper)
    wake(name, wanted)
    assert [len(sleeper.roused) for sleeper in sleepers] == roused


@pytest.mark.parametrize(
    ("sleeping", "roused"),
    [
        ([True, True, True], [1, 0, 0]),
        ([False, True, True], [0, 1, 0]),
        ([False, False, False], [1, 1, 1]),
    ],
)
def test_an_event_that_arrives_wakes_one_handler(sleeping: list[bool], roused: list[int]) -> None:
    receiver = InboxReceiver()
    handlers = [Sleeper(sleeps) for sleeps in sleeping]
    receiver._handlers = handlers  # type: ignore[assignment]  # stands for the loops
    receiver._rouse("note_written.v1")
    assert [len(handler.roused) for handler in handlers] == roused


def test_what_goes_ahead_wakes_the_handler_kept_for_it() -> None:
    receiver = InboxReceiver()
    receiver.add(ListenerSpec(_react, NoteWritten, ahead=True))
    handler, kept = Sleeper(sleeps=True), Sleeper(sleeps=True)
    receiver._handlers, receiver._ahead = [handler], [kept]  # type: ignore[list-item]  # as above
    receiver._rouse(NoteWritten.type_name())
    assert (handler.roused, kept.roused) == ([], ["roused"])
