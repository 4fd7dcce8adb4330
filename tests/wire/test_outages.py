"""Outages: the broker and the database go away, and nothing is lost or spent.

On servers of their own, so that no other test is disturbed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from deploy.local.testbed import Testbed
from gateway.rpc import CallFailed, RemoteRefusal, Services, ServiceUnavailable
from services.chassis.messages import Nothing
from services.identity.contract.operations.housekeeping import Canary as NobodyRunsThis
from tests.support.waiting import until
from tests.wire.conftest import Probe, running_probe
from tests.wire.services.probe.contract.operations import CountEffects, CountNotes, Echo, WriteNote

pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def rough() -> Iterator[Probe]:
    """The probe on servers that may be stopped."""
    with Testbed(only=("postgres", "rabbitmq")) as bed, running_probe(bed.here) as probe:
        yield probe


def answers(probe: Probe) -> bool:
    """A call goes through."""
    try:
        return probe.call(Echo(text="there?")).text == "there?"
    except CallFailed:
        return False


def effects(probe: Probe, text: str) -> int:
    """Of a note."""
    return probe.call(CountEffects(text=text)).count


def test_a_killed_broker_comes_back_and_every_event_has_its_effect_once(rough: Probe) -> None:
    for number in range(20):
        rough.call(WriteNote(text=f"before-{number}"))
    rough.bed.control.kill("rabbitmq")
    rough.bed.control.wait_ready("rabbitmq", within=60)
    until(lambda: answers(rough), within=30, what="calls after the broker's return")
    rough.call(WriteNote(text="after"))
    until(lambda: effects(rough, "after") == 1, within=30, what="events after its return")
    until(
        lambda: all(effects(rough, f"before-{number}") == 1 for number in range(20)),
        within=30,
        what="each effect once",
    )


def test_with_the_broker_stopped_a_call_is_refused_at_once_and_committed_events_wait(
    rough: Probe,
) -> None:
    async def refused() -> bool:
        services = Services(rough.bed.amqp_admin)
        await services.start()
        try:
            await services.call(Echo(text="gone"))
        except ServiceUnavailable:
            return True
        finally:
            await services.stop()
        return False

    rough.bed.control.stop("rabbitmq")
    try:
        assert asyncio.run(refused())
        rough.sql(
            "INSERT INTO outbox (id, type, utility, aggregate, at, actor, trace, data) VALUES"
            " ('waits', 'note_written.v1', '', 'waits', now(), '{}', 't', '{\"text\": \"waits\"}')"
        )
    finally:
        rough.bed.control.start("rabbitmq")
        rough.bed.control.wait_ready("rabbitmq", within=60)
    until(lambda: answers(rough), within=30, what="calls")
    until(lambda: effects(rough, "waits") == 1, within=30, what="the waiting event")


def test_with_the_database_stopped_events_wait_and_none_is_spent(rough: Probe) -> None:
    import pika

    from services.chassis.clock import now
    from services.chassis.messages import Envelope

    rough.bed.control.stop("postgres")
    try:
        envelope = Envelope(
            id="held",
            type="note_written.v1",
            source="probe",
            utility="",
            aggregate="held",
            sequence=1,
            at=now(),
            actor={},
            trace="t",
            data={"text": "held"},
        )
        with pika.BlockingConnection(pika.URLParameters(rough.bed.amqp_admin)) as connection:
            connection.channel().basic_publish(
                "probe.events", "note_written.v1", envelope.model_dump_json().encode()
            )
        with pytest.raises(RemoteRefusal) as refusal:
            rough.call(WriteNote(text="no database"))
        assert (refusal.value.code, refusal.value.kind) == ("Busy", "unavailable")
    finally:
        rough.bed.control.start("postgres")
        rough.bed.control.wait_ready("postgres", within=60)
    until(lambda: answers(rough), within=30, what="calls")
    until(lambda: effects(rough, "held") == 1, within=30, what="the held event")
    [(attempts,)] = rough.sql("SELECT attempts FROM inbox WHERE event_id = 'held'")
    assert attempts == 1
    assert rough.call(CountNotes(text="no database")).count == 0


def test_a_service_nobody_runs_is_unavailable_before_anything_is_sent(rough: Probe) -> None:
    async def asked() -> Nothing:
        services = Services(rough.bed.amqp_admin)
        await services.start()
        try:
            await services.call(NobodyRunsThis())
        finally:
            await services.stop()
        return Nothing()

    with pytest.raises(ServiceUnavailable) as caught:
        asyncio.run(asked())
    assert caught.value.retry_after >= 1
