"""A broker that takes a connection and then says nothing does not keep a service waiting."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

import eventlet
import kombu.connection
import pytest
from eventlet.event import Event

from services.chassis.transport import raw_consumer
from services.chassis.transport.raw_consumer import BrokerSilent, RawQueueConsumer


class Connection:
    """Made at once; its broker answers nothing more."""

    dropped = False

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        """Released."""

    def ensure_connection(self, *_: Any, **__: Any) -> None:
        """It is there."""

    def collect(self) -> None:
        """Dropped without a goodbye."""
        self.dropped = True


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Connection:
    """What the consumer connects by; five hundredths of a second are long here."""
    made = Connection()
    monkeypatch.setattr(raw_consumer, "LONGEST_SETUP_SECONDS", 0.05)
    monkeypatch.setattr(RawQueueConsumer, "create_connection", lambda _: made)
    monkeypatch.setattr(RawQueueConsumer, "connect_max_retries", None)
    return made


@contextmanager
def patience() -> Any:
    """The test ends whatever happens."""
    with eventlet.Timeout(20, AssertionError("waits for ever")):
        yield


def test_setting_up_is_given_up(connection: Connection) -> None:
    with (
        patience(),
        pytest.raises(BrokerSilent),
        RawQueueConsumer().establish_connection(),
    ):
        Event().wait()  # for `basic.consume-ok`
    assert connection.dropped


def test_a_consumer_that_is_ready_waits_for_messages_as_long_as_it_takes(
    connection: Connection,
) -> None:
    consumer = RawQueueConsumer()
    with patience(), consumer.establish_connection() as established:
        assert consumer._setting_up.pending
        consumer.on_consume_ready(established, None, [])
        assert not consumer._setting_up.pending
    assert not connection.dropped


def test_kombus_loop_takes_it_for_a_lost_connection_and_begins_anew() -> None:
    assert issubclass(BrokerSilent, kombu.connection.Connection("amqp://").connection_errors)
