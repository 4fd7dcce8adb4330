"""`python -m tests.bench.echo_server URI QUEUE`: the bare floor, a pika consumer that answers."""

from __future__ import annotations

import sys
from typing import Any

import pika


def main(uri: str, queue: str) -> None:
    """Answer until the connection ends."""
    connection = pika.BlockingConnection(pika.URLParameters(uri))
    channel = connection.channel()

    def answer(_channel: Any, method: Any, properties: Any, body: bytes) -> None:
        channel.basic_publish(
            "nameko-rpc",
            properties.reply_to,
            body,
            pika.BasicProperties(correlation_id=properties.correlation_id),
        )
        channel.basic_ack(method.delivery_tag)

    channel.basic_qos(prefetch_count=16)
    channel.basic_consume(queue, answer)
    channel.start_consuming()


if __name__ == "__main__":
    main(*sys.argv[1:])
