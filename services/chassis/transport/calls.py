"""Calls: read off the queue, checked for form and time, answered through one pooled producer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from kombu.connection import Connection
from kombu.entity import Exchange, Queue
from kombu.pools import producers
from nameko.constants import DEFAULT_TRANSPORT_OPTIONS
from nameko.rpc import RpcConsumer

from services.chassis import clock
from services.chassis.logging import logger
from services.chassis.metrics import RPC_DROPPED
from services.chassis.settings import settings
from services.chassis.transport import topology
from services.chassis.transport.raw_consumer import RawQueueConsumer

log = logger(__name__)
REPLY_TO = re.compile(r"^reply\.gateway\.[0-9a-f]{32}$")


@dataclass(frozen=True)
class Call:
    """One request as it came: its body is not read before its time is checked."""

    method: str
    body: bytes
    reply_to: str
    correlation_id: str
    deadline: float
    """Seconds since the epoch; work past it is not started."""
    trace: str = ""
    token: str = ""
    key: str = ""

    @property
    def late(self) -> bool:
        """The caller has gone."""
        return clock.now().timestamp() > self.deadline


def read_call(message: Any) -> Call | None:
    """The call in a message, or None when it is malformed or would answer a stranger."""
    headers = message.headers or {}
    reply_to = message.properties.get("reply_to") or ""
    correlation_id = message.properties.get("correlation_id") or ""
    try:
        deadline = float(headers["x-deadline"])
    except (KeyError, TypeError, ValueError):
        return None
    if not REPLY_TO.match(reply_to) or not correlation_id:
        return None
    body = message.body
    return Call(
        method=str(message.delivery_info.get("routing_key", "")).partition(".")[2],
        body=body.encode() if isinstance(body, str) else bytes(body),
        reply_to=reply_to,
        correlation_id=str(correlation_id),
        deadline=deadline,
        trace=str(headers.get("x-trace", "")),
        token=str(headers.get("x-token", "")),
        key=str(headers.get("x-key", "")),
    )


class CallConsumer(RpcConsumer):
    """nameko's RPC consumer with our own reading and answering."""

    queue_consumer = RawQueueConsumer()

    @property
    def prefetch(self) -> int:
        """As many calls as there are workers: a call waits in the queue, not here."""
        return settings().workers

    def setup(self) -> None:
        """Consume the service's call queue; it was declared with the topology."""
        if self.queue is None:
            service = self.container.service_name
            self.queue = Queue(
                topology.rpc_queue(service),
                exchange=Exchange(topology.RPC_EXCHANGE, type="topic"),
                no_declare=True,
            )
            self.queue_consumer.register_provider(self)
            self._registered = True
            options = {**DEFAULT_TRANSPORT_OPTIONS, "confirm_publish": False}
            self._producers = producers[Connection(settings().amqp_uri, transport_options=options)]

    def handle_message(self, body: None, message: Any) -> None:
        """Drop what nobody waits for; answer what nobody serves; hand on the rest."""
        del body
        try:
            call = read_call(message)
            if call is None:
                self._drop(message, "malformed")
            elif call.late:
                self._drop(message, "late")
            else:
                self._hand_on(call, message)
        except Exception:
            log.exception("call_not_handled")
            self._drop(message, "failed")

    def _hand_on(self, call: Call, message: Any) -> None:
        for provider in self._providers:
            if provider.method_name == call.method:
                provider.handle_call(call, message)
                return
        refusal = {"code": "NoSuchOperation", "kind": "not_found", "facts": {}, "errors": []}
        self.answer(call, message, {"result": None, "error": refusal})

    def _drop(self, message: Any, reason: str) -> None:
        RPC_DROPPED.labels(reason).inc()
        self.queue_consumer.ack_message(message)

    def answer(self, call: Call, message: Any, reply: dict[str, Any]) -> None:
        """Reply, then acknowledge. A reply that cannot be sent is the caller's timeout."""
        try:
            with self._producers.acquire(block=True) as producer:
                producer.publish(
                    json.dumps(reply, ensure_ascii=False).encode(),
                    exchange=topology.RPC_EXCHANGE,
                    routing_key=call.reply_to,
                    correlation_id=call.correlation_id,
                    content_type="application/json",
                    content_encoding="utf-8",
                    delivery_mode=1,
                    retry=True,
                    retry_policy={"max_retries": 2, "interval_start": 0.1, "interval_step": 0.2},
                )
        except Exception as problem:
            log.warning("reply_not_sent", operation=call.method, problem=type(problem).__name__)
        self.queue_consumer.ack_message(message)

    def give_back(self, message: Any) -> None:
        """The container is stopping; another process will take the call."""
        self.queue_consumer.requeue_message(message)
