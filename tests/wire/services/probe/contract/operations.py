"""What the probe can be asked."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command, Message, Nothing, Query, Refusal
from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)


class Canary(CanaryRequest):
    """Prove consumption."""


class ListParked(ListParkedRequest):
    """What is parked."""


class ReplayParked(ReplayParkedRequest):
    """Replay one."""


class Echoed(Message):
    """What was said."""

    text: str


class Echo(Query[Echoed]):
    """A no-op."""

    text: str


class WriteNote(Command[Echoed]):
    """Write a row and tell it; `then` says what goes wrong afterwards."""

    text: str
    then: str = ""


class Guess(Command[Nothing]):
    """A guess that is always wrong and always counted."""

    who: str


class GuessInVain(Command[Nothing]):
    """The same with a refusal that does not keep: it is never counted."""

    who: str


class Counted(Message):
    """How many rows."""

    count: int


class CountGuesses(Query[Counted]):
    """How many guesses were counted."""

    who: str


class CountNotes(Query[Counted]):
    """How many notes of this text stand."""

    text: str


class CountEffects(Query[Counted]):
    """How many effects the note's event had."""

    text: str


class WaitOn(Command[Nothing]):
    """Sleep in the database, longer than the caller waits."""

    seconds: ClassVar[float] = 1.0
    sleep: float
    mark: str


class IssueSecret(Command[Echoed]):
    """Answers with something that must not be kept."""

    secret_reply: ClassVar[bool] = True


class StaffOnly(Query[Nothing]):
    """Open to staff."""


class WrongGuess(Refusal):
    """Counted."""

    keeps = True


class ForgottenGuess(Refusal):
    """Not counted."""
