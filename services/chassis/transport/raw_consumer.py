"""nameko's queue consumer, without its decoding: a malformed message must not end a service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from amqp.exceptions import AMQPError
from eventlet.timeout import Timeout
from nameko.messaging import QueueConsumer

LONGEST_PAUSE_SECONDS = 2.0
LONGEST_SETUP_SECONDS = 5.0
_consuming = False


class NotConsuming(Exception):
    """The process has no consumer at the broker now."""


def ensure_consuming() -> None:
    """Raises NotConsuming; a part of readiness. The gateway's canary proves the whole way."""
    if not _consuming:
        raise NotConsuming


class BrokerSilent(OSError):
    """Connected, and no consumer in time: a broker that has just started may leave one waiting."""


class RawQueueConsumer(QueueConsumer):
    """Hands each provider the raw message; queues were declared up front."""

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        """One consumer per provider, each with its own prefetch."""
        del channel
        for provider in self._providers:
            consumer = consumer_cls(
                queues=[provider.queue],
                on_message=partial(self.handle_message, provider, None),
                prefetch_count=provider.prefetch,
            )
            self._consumers[provider] = consumer
        return self._consumers.values()

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        """Try again soon: kombu's own pauses grow to half a minute.

        Setting up has no time limit of its own there; one that is too slow is given up, and begun
        anew over another connection. A goodbye is not waited for: nobody may be there to say it.
        """
        global _consuming  # noqa: PLW0603 - one consumer a process
        _consuming = False
        with self.create_connection() as connection:
            connection.ensure_connection(
                self.on_connection_error,
                self.connect_max_retries,
                interval_start=0.2,
                interval_step=0.4,
                interval_max=LONGEST_PAUSE_SECONDS,
            )
            self._setting_up = Timeout(LONGEST_SETUP_SECONDS, BrokerSilent())
            try:
                yield connection
            except BrokerSilent:
                connection.collect()
                raise
            finally:
                self._setting_up.cancel()

    def on_consume_ready(self, connection: Any, channel: Any, consumers: Any, **more: Any) -> None:
        """Every consumer is set up at the broker."""
        global _consuming  # noqa: PLW0603 - as above
        self._setting_up.cancel()
        super().on_consume_ready(connection, channel, consumers, **more)
        _consuming = True

    def reject_message(self, message: Any) -> None:
        """To the dead-letter exchange; rejected, not nacked, so that every broker counts it."""
        if message.channel is not None and message.channel.connection:
            try:
                message.reject(requeue=False)
            except (AMQPError, OSError):
                return  # the broker has it back already
