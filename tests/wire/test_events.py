"""Events: told with the change, received once, handled from the table, parked and replayed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pika
import pytest
from sqlalchemy.orm import Session

from services.chassis.clock import now
from services.chassis.db.audit import breaks
from services.chassis.db.tidying import tidy
from services.chassis.messages.housekeeping import ParkedEvent
from services.chassis.transport import topology
from tests.support.waiting import until
from tests.wire.conftest import Probe
from tests.wire.services.probe.contract.operations import (
    CountEffects,
    CountNotes,
    ListParked,
    ReplayParked,
    WriteNote,
)

pytestmark = pytest.mark.system

IMPATIENT = {"INBOX_ATTEMPTS": "3", "INBOX_FIRST_DELAY": "0.05"}


@contextmanager
def restarted(probe: Probe, name: str, **extra: str) -> Iterator[None]:
    """The process with another setting for a while."""
    probe.kill(name)
    probe.start(name, **extra)
    try:
        yield
    finally:
        probe.kill(name)
        probe.start(name)


def effects(probe: Probe, text: str) -> int:
    """How often the note's event had its effect."""
    return probe.call(CountEffects(text=text)).count


def parked_about(probe: Probe, text: str) -> list[ParkedEvent]:
    """What is parked about that note."""
    return [event for event in probe.call(ListParked()).items if event.aggregate == text]


def test_an_event_that_cannot_be_handled_is_parked_and_its_neighbours_go_through(
    probe: Probe, tmp_path: Path
) -> None:
    flag = tmp_path / "poisonous"
    flag.touch()
    with restarted(probe, "service", **IMPATIENT):
        probe.call(WriteNote(text="poisoned", then=f"poison:{flag}"))
        probe.call(WriteNote(text="neighbour"))
        until(lambda: effects(probe, "neighbour") == 1, what="the neighbour's effect")
        [parked] = until(lambda: parked_about(probe, "poisoned"), what="parking")
    assert parked.attempts == 3
    assert parked.problem == "ValueError"

    flag.unlink()
    probe.call(ReplayParked(event_id=parked.event_id))
    until(lambda: effects(probe, "poisoned") == 1, what="the replayed effect")
    assert parked_about(probe, "poisoned") == []


def test_a_parked_event_is_replayed_once(probe: Probe) -> None:
    with restarted(probe, "service", **IMPATIENT):
        probe.call(WriteNote(text="stays poisoned", then="poison"))
        [parked] = until(lambda: parked_about(probe, "stays poisoned"), what="parking")
        probe.call(ReplayParked(event_id=parked.event_id))
        with pytest.raises(Exception, match="NoSuchParkedEvent"):
            probe.call(ReplayParked(event_id=parked.event_id))
        until(lambda: parked_about(probe, "stays poisoned"), what="parking again")
    assert effects(probe, "stays poisoned") == 0


@pytest.mark.timeout(300)
def test_an_event_that_kills_its_process_is_parked_and_its_neighbours_go_through(
    probe: Probe,
) -> None:
    probe.kill("service")
    probe.start("service", **IMPATIENT)
    probe.kill("relay")  # so that all of them arrive at once
    probe.call(WriteNote(text="deadly", then="kill"))
    for number in range(5):
        probe.call(WriteNote(text=f"innocent {number}"))
    probe.start("relay")

    def spent() -> bool:
        """Start it again each time it dies, as the supervisor does."""
        if probe.has_died("service"):
            probe.kill("service")
            probe.launch("service", **IMPATIENT)
        return bool(
            probe.sql("SELECT 1 FROM inbox WHERE aggregate='deadly' AND parked_at > '-infinity'")
        )

    until(spent, within=150, what="parking")
    until(
        lambda: all(effects(probe, f"innocent {number}") == 1 for number in range(5)),
        what="the neighbours' effects",
    )
    [parked] = parked_about(probe, "deadly")
    assert (parked.attempts, parked.problem) == (3, "the process died while trying")
    probe.kill("service")
    probe.start("service")


def test_a_relay_killed_between_publish_and_mark_publishes_again_and_the_effect_stays_single(
    probe: Probe, tmp_path: Path
) -> None:
    flag = tmp_path / "die"
    probe.kill("relay")
    probe.start("relay", FAULT_POINT=f"between-publish-and-mark:{flag}")
    flag.touch()
    probe.call(WriteNote(text="published twice"))
    until(lambda: probe.has_died("relay"), what="the relay's death")
    waiting = "SELECT 1 FROM outbox WHERE aggregate = 'published twice' AND published_at IS NULL"
    assert probe.sql(waiting)
    until(lambda: effects(probe, "published twice") == 1, what="the effect")
    probe.kill("relay")
    probe.start("relay")
    until(lambda: not probe.sql(waiting), what="publishing again")
    probe.call(WriteNote(text="after it"))
    until(lambda: effects(probe, "after it") == 1, what="the effect of the next")
    assert effects(probe, "published twice") == 1


@pytest.mark.parametrize("point", ["before-commit", "after-commit"])
def test_a_service_killed_around_its_commit_and_asked_again_with_the_same_key_acts_once(
    probe: Probe, tmp_path: Path, point: str
) -> None:
    probe.kill("service")
    probe.start("service")
    flag = tmp_path / "die"
    probe.kill("service")
    probe.start("service", FAULT_POINT=f"{point}:{flag}")
    flag.touch()
    key, note = f"key-{point}", WriteNote(text=f"killed {point}")

    def asked_again() -> bool:
        try:
            return probe.call(note, key=key).text == note.text
        except Exception:
            if probe.has_died("service"):
                probe.kill("service")
                probe.start("service")
            return False

    until(asked_again, within=40, what="an answer")
    until(lambda: effects(probe, note.text) == 1, what="the effect")
    assert probe.call(CountNotes(text=note.text)).count == 1
    probe.kill("service")
    probe.start("service")


def test_what_is_not_an_event_is_dead_lettered_and_the_next_event_goes_through(
    probe: Probe,
) -> None:
    with pika.BlockingConnection(pika.URLParameters(probe.bed.amqp_admin)) as connection:
        channel = connection.channel()
        channel.basic_publish("probe.events", "note_written.v1", b"{not an event")
        dead = until(
            lambda: channel.basic_get(topology.dead_queue("probe"), auto_ack=True)[2],
            what="the dead letter",
        )
    assert dead == b"{not an event"
    probe.call(WriteNote(text="after nonsense"))
    until(lambda: effects(probe, "after nonsense") == 1, what="the effect")


def test_the_chain_of_the_audit_trail_breaks_visibly(probe: Probe) -> None:
    for number in range(3):
        probe.call(WriteNote(text="audited"), key=f"audited-{number}")
    with Session(probe.database) as session:
        assert breaks(session, "note:audited") == []
    probe.sql("UPDATE audit SET tag = 'forged' WHERE chain = 'note:audited' AND position = 2")
    with Session(probe.database) as session:
        assert breaks(session, "note:audited") == ["entry 2 was changed"]
    probe.sql("DELETE FROM audit WHERE chain = 'note:audited' AND position = 3")
    with Session(probe.database) as session:
        assert "the chain ends at 2, its head says 3" in breaks(session, "note:audited")


def test_old_keys_and_events_are_forgotten_and_young_ones_kept(probe: Probe) -> None:
    probe.call(WriteNote(text="young"))
    until(lambda: effects(probe, "young") == 1, what="the effect")
    for column, table in (("at", "idempotency"), ("handled_at", "inbox")):
        old = f"{column} < now() - interval '35 days'"
        probe.sql(
            f"UPDATE {table} SET {column} = now() - interval '40 days' WHERE ctid ="  # noqa: S608 - constants
            f" (SELECT ctid FROM {table} WHERE {column} IS NOT NULL LIMIT 1)"
        )
        with Session(probe.database) as session:
            assert tidy(session, now()) == 1
            session.commit()
        assert probe.sql(f"SELECT 1 FROM {table} WHERE {old}") == []  # noqa: S608 - constants
    assert effects(probe, "young") == 1
    assert probe.sql("SELECT 1 FROM inbox WHERE aggregate = 'young' OR handled_at IS NOT NULL")
