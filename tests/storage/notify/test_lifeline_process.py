"""The lifeline itself: a real process, a real telephone provider, and no broker."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from services.chassis import clock
from services.notify.contract.types import EmergencyReport, Place, Reporter
from services.notify.lifeline.disk import write_whole
from tests.storage.notify.outside import Outside, free_port
from tests.support.waiting import until

NO_BROKER = "amqp://nobody:nothing@127.0.0.1:1/"
ROOT = Path(__file__).parents[3]


@dataclass
class Lifeline:
    """Starts, kills and restarts it; plays the gateway that spools reports."""

    folder: Path
    world: Outside
    phones: tuple[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def spool(self) -> Path:
        """Where reports are."""
        return self.folder / "spool"

    def start(self, **own: str) -> None:
        """Run it."""
        environment = {
            "PATH": os.environ["PATH"],
            "ENVIRONMENT": "sandbox",
            "SERVICE": "lifeline",
            "SPOOL_DIR": str(self.spool),
            "LIFELINE_DIR": str(self.folder / "lifeline"),
            "LIFELINE_PHONES": ",".join(self.phones),
            "PUBLIC_URL": f"http://localhost:{free_port()}",
            "AMQP_URI": NO_BROKER,
            **self.world.environment(),
            **own,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "services.notify.lifeline"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
        )

    def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Stop or kill it."""
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(40)
            self.process = None

    def report(self, reported_at: datetime | None = None) -> str:
        """The gateway spools a report."""
        report = EmergencyReport(
            reference=f"A-{uuid4().hex[:6].upper()}",
            utility="eksempel",
            reported_at=reported_at or clock.now(),
            place=Place(address="Storgata 1"),
            description="Vannet spruter opp av veien.",
            severity=1,
            reporter=Reporter(name="Kari Eksempel", phone="+4799900009"),
        )
        write_whole(self.spool / f"{report.reference}.json", report.model_dump_json())
        return report.reference

    def rung(self, reference: str) -> dict[str, str]:
        """What the marker says, as soon as it is there."""
        file = self.spool / f"{reference}.rung"
        until(file.exists, within=60, what="the ring")
        content: dict[str, str] = json.loads(file.read_text())
        return content

    def calls(self, phone: str) -> list[str]:
        """The calls that reached a phone, newest first."""
        return [call["id"] for call in self.world.received(phone, "call")]


@pytest.fixture
def lifeline(healed: Outside, tmp_path: Path) -> Iterator[Lifeline]:
    """Two phones of its own, not yet running."""
    phones = (f"+479{uuid4().int % 10**7:07d}", f"+474{uuid4().int % 10**7:07d}")
    made = Lifeline(tmp_path, healed, phones)
    made.spool.mkdir()
    yield made
    made.end(signal.SIGKILL)


def old() -> datetime:
    """Long enough ago that nobody is waited for."""
    return clock.now() - timedelta(minutes=1)


def test_it_rings_and_texts_when_nobody_else_has(lifeline: Lifeline) -> None:
    lifeline.start()
    reference = lifeline.report()
    marker = lifeline.rung(reference)
    first, second = lifeline.phones
    assert lifeline.calls(first) == [marker["sid"]]
    assert lifeline.calls(second) == []
    waited = datetime.fromisoformat(marker["at"]) - spooled_at(lifeline, reference)
    assert waited >= timedelta(seconds=3)
    words = until(lambda: lifeline.world.received(first, "sms"), what="the text")[0]["body"]
    assert reference in words
    assert "Storgata 1" in words


def spooled_at(lifeline: Lifeline, reference: str) -> datetime:
    """When the report was made."""
    report = json.loads((lifeline.spool / f"{reference}.json").read_text())
    return datetime.fromisoformat(report["reported_at"])


@pytest.mark.parametrize("mark", ["stood_down", "acked", "rung"])
def test_it_is_silent_when_somebody_has(lifeline: Lifeline, mark: str) -> None:
    settled = lifeline.report(old())
    write_whole(lifeline.spool / f"{settled}.{mark}", "{}")
    open_one = lifeline.report(old())
    lifeline.start()
    marker = lifeline.rung(open_one)
    assert lifeline.calls(lifeline.phones[0]) == [marker["sid"]]


def test_what_was_spooled_while_it_was_away_is_rung_for(lifeline: Lifeline) -> None:
    references = [lifeline.report(old()) for _ in range(5)]
    lifeline.start()
    rung = {lifeline.rung(reference)["sid"] for reference in references}
    assert rung == set(lifeline.calls(lifeline.phones[0]))
    assert len(rung) == 5


def test_what_was_rung_for_is_not_rung_for_again_after_a_kill(lifeline: Lifeline) -> None:
    lifeline.start()
    first = lifeline.report(old())
    lifeline.rung(first)
    lifeline.end(signal.SIGKILL)
    lifeline.start()
    second = lifeline.report(old())
    lifeline.rung(second)
    assert len(lifeline.calls(lifeline.phones[0])) == 2


def test_killed_between_ring_and_marker_it_rings_again(lifeline: Lifeline) -> None:
    flag = lifeline.folder / "flag"
    flag.touch()
    reference = lifeline.report(old())
    lifeline.start(FAULT_POINT=f"lifeline-between-ring-and-mark:{flag}")
    assert lifeline.process is not None
    lifeline.process.wait(60)
    lifeline.process = None
    assert not (lifeline.spool / f"{reference}.rung").exists()
    lifeline.start()
    lifeline.rung(reference)
    assert len(lifeline.calls(lifeline.phones[0])) == 2


@pytest.mark.parametrize("mode", ["429", "500"])
def test_a_provider_that_refuses_is_asked_for_the_next_phone(lifeline: Lifeline, mode: str) -> None:
    lifeline.world.fail("call", mode, count=1)
    lifeline.start()
    marker = lifeline.rung(lifeline.report(old()))
    first, second = lifeline.phones
    assert lifeline.calls(first) == []
    assert lifeline.calls(second) == [marker["sid"]]


def test_a_phone_that_hangs_does_not_hold_up_another_report(lifeline: Lifeline) -> None:
    lifeline.world.fail("call", "hang", count=1)
    lifeline.report(old())
    lifeline.start()
    lifeline.rung(lifeline.report(old()))


def test_it_stops_when_told(lifeline: Lifeline) -> None:
    lifeline.start()
    lifeline.rung(lifeline.report(old()))
    assert lifeline.process is not None
    lifeline.process.terminate()
    assert lifeline.process.wait(40) == 0
    lifeline.process = None
