"""An event that arrives wakes one handler, not all: each that wakes asks the database."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from services.chassis.db.work import Work
from services.chassis.messages import Event
from services.chassis.transport.inbox import InboxReceiver
from services.chassis.transport.specs import ListenerSpec


class NoteWritten(Event):
    """Something somebody waits for."""

    aggregate_kind = "note"
    aggregate_field = "note_id"

    note_id: str = ""


def _react(event: NoteWritten, work: Work) -> None:
    """Never called here."""


@dataclass
class Handler:
    """A loop as the receiver knows it."""

    sleeps: bool
    roused: list[str] = field(default_factory=list)

    def rouse(self) -> None:
        """Noted."""
        self.roused.append("roused")


@pytest.mark.parametrize(
    ("sleeping", "roused"),
    [
        ([True, True, True], [1, 0, 0]),
        ([False, True, True], [0, 1, 0]),
        ([False, False, False], [1, 1, 1]),
    ],
)
def test_one_that_sleeps_is_woken_and_when_none_does_all_look_again(
    sleeping: list[bool], roused: list[int]
) -> None:
    receiver = InboxReceiver()
    handlers = [Handler(sleeps) for sleeps in sleeping]
    receiver._handlers = handlers  # type: ignore[assignment]  # stands for the loops
    receiver._rouse("note_written.v1")
    assert [len(handler.roused) for handler in handlers] == roused


def test_what_goes_ahead_wakes_the_handler_kept_for_it() -> None:
    receiver = InboxReceiver()
    receiver.add(ListenerSpec(_react, NoteWritten, ahead=True))
    handler, kept = Handler(sleeps=True), Handler(sleeps=True)
    receiver._handlers, receiver._ahead = [handler], [kept]  # type: ignore[list-item]  # as above
    receiver._rouse(NoteWritten.type_name())
    assert (handler.roused, kept.roused) == ([], ["roused"])
