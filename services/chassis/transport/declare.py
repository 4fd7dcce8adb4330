"""`python -m services.chassis.transport.declare`: make the topology, before anything runs."""

from __future__ import annotations

import pika
from pika.adapters.blocking_connection import BlockingChannel

from services.chassis.logging import logger, set_up
from services.chassis.messages import Event
from services.chassis.settings import settings
from services.chassis.transport import topology

log = logger(__name__)

CONNECTION_ATTEMPTS, SECONDS_BETWEEN_ATTEMPTS = 300, 0.3
EXTRA_LISTENERS = {"lifeline.standdown": ("notify", ("page_accepted.v1", "on_call_changed.v1"))}
"""Queues of processes that are no service: the lifeline hears when to stand down."""


def declare(channel: BlockingChannel) -> None:
    """Exchanges first, then each service's queues, then what binds them."""
    channel.exchange_declare(topology.RPC_EXCHANGE, "topic", durable=True)
    for service in topology.SERVICES:
        declare_exchanges(channel, service)
    for service in topology.SERVICES:
        declare_queues(channel, service, topology.heard_by(service))
    for queue, (source, types) in EXTRA_LISTENERS.items():
        channel.queue_declare(queue, durable=True, arguments=topology.quorum(source))
        for event_type in types:
            channel.queue_bind(queue, topology.events_exchange(source), event_type)


def declare_exchanges(channel: BlockingChannel, service: str) -> None:
    """Where a service tells, and where what it could not store goes."""
    channel.exchange_declare(topology.events_exchange(service), "topic", durable=True)
    channel.exchange_declare(topology.dead_exchange(service), "fanout", durable=True)


def declare_queues(channel: BlockingChannel, service: str, heard: list[type[Event]]) -> None:
    """A service's call queue, its inbox queue bound to what it hears, and its dead letters.

    What it no longer hears is not unbound here: the inbox stores it and handles it by nobody.
    """
    calls = topology.rpc_queue(service)
    channel.queue_declare(calls, durable=True)
    channel.queue_bind(calls, topology.RPC_EXCHANGE, f"{service}.*")
    channel.queue_declare(
        topology.dead_queue(service), durable=True, arguments={"x-queue-type": "quorum"}
    )
    channel.queue_bind(topology.dead_queue(service), topology.dead_exchange(service), "#")
    inbox = topology.inbox_queue(service)
    channel.queue_declare(inbox, durable=True, arguments=topology.quorum(service))
    for event in heard:
        channel.queue_bind(inbox, topology.events_exchange(event.told_by()), event.type_name())


def main() -> None:
    """Declare with the topology user's rights, as soon as the broker is there, and leave."""
    set_up("declare")
    parameters = pika.URLParameters(settings().amqp_uri)
    parameters.connection_attempts = CONNECTION_ATTEMPTS
    parameters.retry_delay = SECONDS_BETWEEN_ATTEMPTS
    with pika.BlockingConnection(parameters) as connection:
        declare(connection.channel())
    log.info("topology_declared")


if __name__ == "__main__":
    main()
