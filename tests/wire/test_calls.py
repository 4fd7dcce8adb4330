"""Calls: one transaction, one effect, one answer, whatever comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel

from gateway.rpc import CallTimedOut, RemoteRefusal
from tests.support.waiting import until
from tests.wire.conftest import Probe
from tests.wire.services.probe.contract.operations import (
    CountEffects,
    CountGuesses,
    CountNotes,
    Echo,
    Guess,
    GuessInVain,
    IssueSecret,
    StaffOnly,
    WaitOn,
    WriteNote,
)

pytestmark = pytest.mark.system


def refused(probe: Probe, request: object, **how: str) -> RemoteRefusal:
    """The refusal of a call."""
    with pytest.raises(RemoteRefusal) as caught:
        probe.call(request, **how)  # type: ignore[arg-type]  # any request
    return caught.value


def test_a_call_is_answered(probe: Probe) -> None:
    assert probe.call(Echo(text="vann")).text == "vann"


def test_a_note_is_written_and_its_event_has_one_effect(probe: Probe) -> None:
    probe.call(WriteNote(text="one"))
    until(lambda: probe.call(CountEffects(text="one")).count == 1, what="the effect")


@pytest.mark.parametrize("then", ["break", "refuse"])
def test_an_operation_that_fails_after_emit_writes_and_tells_nothing(
    probe: Probe, then: str
) -> None:
    refusal = refused(probe, WriteNote(text=f"no-{then}", then=then))
    assert refusal.code == {"break": "InternalFault", "refuse": "ForgottenGuess"}[then]
    assert probe.call(CountNotes(text=f"no-{then}")).count == 0
    assert probe.sql("SELECT 1 FROM outbox WHERE aggregate = :a", a=f"no-{then}") == []
    assert probe.sql("SELECT 1 FROM audit WHERE chain = :c", c=f"note:no-{then}") == []


def test_the_same_key_and_body_has_one_effect_and_one_answer(probe: Probe) -> None:
    key = uuid4().hex
    first = probe.call(WriteNote(text="twice"), key=key)
    assert probe.call(WriteNote(text="twice"), key=key) == first
    assert probe.call(CountNotes(text="twice")).count == 1


def test_the_same_key_with_another_body_is_refused(probe: Probe) -> None:
    key = uuid4().hex
    probe.call(WriteNote(text="this"), key=key)
    assert refused(probe, WriteNote(text="that"), key=key).code == "KeyReused"
    assert probe.call(CountNotes(text="that")).count == 0


def test_the_same_key_of_the_same_person_for_another_firm_is_another_command(probe: Probe) -> None:
    key, note = uuid4().hex, WriteNote(text="for each firm")
    for firm in ("muffe", "kum", "muffe"):
        probe.call(note, token=probe.token("contractor", firm_id=firm), key=key)
    assert probe.call(CountNotes(text="for each firm")).count == 2


def test_a_reply_with_a_secret_is_given_once_and_not_kept(probe: Probe) -> None:
    key = uuid4().hex
    assert probe.call(IssueSecret(), key=key).text == "open sesame"
    assert refused(probe, IssueSecret(), key=key).code == "AlreadyDone"
    assert probe.sql("SELECT 1 FROM idempotency WHERE reply::text LIKE '%sesame%'") == []


def test_a_refusal_without_effect_does_not_use_the_key_up(probe: Probe) -> None:
    key = uuid4().hex
    refused(probe, WriteNote(text="again", then="refuse"), key=key)
    assert refused(probe, WriteNote(text="again", then="refuse"), key=key).code == "ForgottenGuess"
    assert probe.call(WriteNote(text="again"), key=key).text == "again"


def test_a_command_without_a_key_is_refused(probe: Probe) -> None:
    refusal = refused(probe, WriteNote(text="keyless"), key="")
    assert [error.field for error in refusal.errors] == ["Idempotency-Key"]


def test_a_refusal_that_keeps_is_counted_and_one_that_does_not_is_forgotten(probe: Probe) -> None:
    for _ in range(3):
        refused(probe, Guess(who="kept"))
        refused(probe, GuessInVain(who="forgotten"))
    assert probe.call(CountGuesses(who="kept")).count == 3
    assert probe.call(CountGuesses(who="forgotten")).count == 0


def test_a_caller_without_a_token_is_asked_to_sign_in(probe: Probe) -> None:
    assert refused(probe, StaffOnly()).code == "SignInRequired"


def test_a_contractor_is_not_staff(probe: Probe) -> None:
    assert refused(probe, StaffOnly(), token=probe.token("contractor")).code == "NotForYou"
    probe.call(StaffOnly(), token=probe.token("operator"))


def test_a_call_past_its_deadline_is_not_done_and_the_caller_knows_it_may_have_been(
    probe: Probe,
) -> None:
    with pytest.raises(CallTimedOut):
        probe.call(WaitOn(sleep=1.6, mark="slow"))
    assert probe.call(Echo(text="still here")).text == "still here"


@contextmanager
def raw_channel(probe: Probe) -> Iterator[BlockingChannel]:
    """Speak to the broker past the client."""
    with pika.BlockingConnection(pika.URLParameters(probe.bed.amqp_admin)) as connection:
        yield connection.channel()


GOOD_REPLY_TO = f"reply.gateway.{uuid4().hex}"


@pytest.mark.parametrize(
    ("body", "properties"),
    [
        (b"{}", {}),
        (b"\xff\xfe", {"reply_to": GOOD_REPLY_TO, "correlation_id": "1"}),
        (b"{}", {"reply_to": "identity.canary", "correlation_id": "1"}),
        (b"{}", {"reply_to": GOOD_REPLY_TO, "headers": {"x-deadline": "soon"}}),
        (b'{"x": 1}', {"reply_to": GOOD_REPLY_TO, "headers": {"x-deadline": "9e9"}}),
        (b"x" * 3_000_000, {"reply_to": GOOD_REPLY_TO, "correlation_id": "1"}),
    ],
    ids=["nothing", "not-text", "foreign-reply", "no-deadline", "no-correlation", "large"],
)
def test_a_malformed_message_is_dropped_and_the_service_goes_on(
    probe: Probe, body: bytes, properties: dict[str, object]
) -> None:
    with raw_channel(probe) as channel:
        for operation in ("echo", "no_such_operation", "echo.deeper"):
            channel.basic_publish(
                "nameko-rpc", f"probe.{operation}", body, pika.BasicProperties(**properties)
            )
    assert probe.call(Echo(text="alive")).text == "alive"
    assert not probe.has_died("service")


def test_a_body_that_is_not_json_is_refused_without_repeating_it(probe: Probe) -> None:
    with raw_channel(probe) as channel:
        name = f"reply.gateway.{uuid4().hex}"
        channel.queue_declare(name, exclusive=True)
        channel.queue_bind(name, "nameko-rpc", name)
        channel.basic_publish(
            "nameko-rpc",
            "probe.echo",
            b"marker-7f3a is not json",
            pika.BasicProperties(
                reply_to=name, correlation_id="1", headers={"x-deadline": "99999999999"}
            ),
        )
        reply = until(lambda: channel.basic_get(name, auto_ack=True)[2], what="the refusal")
    assert json.loads(reply)["error"]["code"] == "InvalidRequest"
    assert b"marker-7f3a" not in reply
    assert "marker-7f3a" not in probe.log()
