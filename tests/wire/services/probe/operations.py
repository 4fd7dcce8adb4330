"""The probe's operations and its one reaction, over three bare tables."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from sqlalchemy import text

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.chassis.messages.housekeeping import CanaryReply, ParkedEvents
from tests.wire.services.probe.contract.events import NoteWritten
from tests.wire.services.probe.contract.operations import (
    Canary,
    Counted,
    CountEffects,
    CountGuesses,
    CountNotes,
    Echo,
    Echoed,
    ForgottenGuess,
    Guess,
    GuessInVain,
    IssueSecret,
    ListParked,
    ReplayParked,
    StaffOnly,
    WaitOn,
    WriteNote,
    WrongGuess,
)

TABLES = """
CREATE TABLE note (text text NOT NULL);
CREATE TABLE effect (text text NOT NULL);
CREATE TABLE guess (who text PRIMARY KEY, count integer NOT NULL);
"""


def canary(request: Canary, work: Work) -> CanaryReply:
    """Alive."""
    del request, work
    return CanaryReply(service="probe")


def list_parked(request: ListParked, work: Work) -> ParkedEvents:
    """What waits."""
    del request
    return inbox.parked(work.session)


def replay_parked(request: ReplayParked, work: Work) -> Nothing:
    """Once more."""
    inbox.replay(work.session, request.event_id, work.now)
    return Nothing()


def echo(request: Echo, work: Work) -> Echoed:
    """The same."""
    del work
    return Echoed(text=request.text)


def write_note(request: WriteNote, work: Work) -> Echoed:
    """Write, tell, and then perhaps fail."""
    work.session.execute(text("INSERT INTO note VALUES (:t)"), {"t": request.text})
    work.emit(NoteWritten(text=request.text, then=request.then))
    if request.then == "break":
        raise RuntimeError("after emit")
    if request.then == "refuse":
        raise ForgottenGuess
    return Echoed(text=request.text)


def _count(who: str, work: Work) -> None:
    work.session.execute(
        text(
            "INSERT INTO guess VALUES (:w, 1) ON CONFLICT (who) DO UPDATE SET count=guess.count+1"
        ),
        {"w": who},
    )


def guess(request: Guess, work: Work) -> Nothing:
    """Counted and refused."""
    _count(request.who, work)
    raise WrongGuess


def guess_in_vain(request: GuessInVain, work: Work) -> Nothing:
    """Refused, and the count rolled back."""
    _count(request.who, work)
    raise ForgottenGuess


def _number(work: Work, statement: str, value: str) -> Counted:
    return Counted(count=work.session.scalar(text(statement), {"v": value}) or 0)


def count_guesses(request: CountGuesses, work: Work) -> Counted:
    """Guesses."""
    return _number(work, "SELECT count FROM guess WHERE who = :v", request.who)


def count_notes(request: CountNotes, work: Work) -> Counted:
    """Notes."""
    return _number(work, "SELECT count(*) FROM note WHERE text = :v", request.text)


def count_effects(request: CountEffects, work: Work) -> Counted:
    """Effects."""
    return _number(work, "SELECT count(*) FROM effect WHERE text = :v", request.text)


def wait_on(request: WaitOn, work: Work) -> Nothing:
    """Slow."""
    work.session.execute(text("SELECT pg_sleep(:s)"), {"s": request.sleep})
    work.session.execute(text("INSERT INTO note VALUES (:t)"), {"t": request.mark})
    return Nothing()


def issue_secret(request: IssueSecret, work: Work) -> Echoed:
    """A secret."""
    del request, work
    return Echoed(text="open sesame")


def staff_only(request: StaffOnly, work: Work) -> Nothing:
    """For staff."""
    del request, work
    return Nothing()


def on_note_written(event: NoteWritten, work: Work) -> None:
    """One effect per event, unless the note says that handling goes wrong.

    `poison` always raises; `poison:<file>` raises while the file exists; `kill` ends the process.
    """
    verb, _, flag = event.then.partition(":")
    if verb == "poison" and (not flag or Path(flag).exists()):
        raise ValueError("poison")
    if verb == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    work.session.execute(text("INSERT INTO effect VALUES (:t)"), {"t": event.text})
