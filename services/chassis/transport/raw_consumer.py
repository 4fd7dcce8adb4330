"""nameko's queue consumer, without its decoding: a malformed message must not end a service."""

from __future__ import annotations

from functools import partial
from typing import Any

from amqp.exceptions import AMQPError
from nameko.messaging import QueueConsumer


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

    def on_consume_end(self, connection: Any, default_channel: Any) -> None:
        """The connection went away; what was prefetched will be delivered again."""
        super().on_consume_end(connection, default_channel)

    def reject_message(self, message: Any) -> None:
        """To the dead-letter exchange; rejected, not nacked, so that every broker counts it."""
        if message.channel is not None and message.channel.connection:
            try:
                message.reject(requeue=False)
            except (AMQPError, OSError):
                return  # the broker has it back already
