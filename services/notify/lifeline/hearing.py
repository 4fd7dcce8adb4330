"""Hear from notify when to stand down and who is on call, whenever the broker is there."""

from __future__ import annotations

import threading

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError
from pydantic import ValidationError

from services.chassis import clock
from services.chassis.logging import logger
from services.chassis.messages import Envelope
from services.notify.contract.events import OnCallChanged, PageAccepted
from services.notify.lifeline.numbers import BROKER, STAND_DOWNS
from services.notify.lifeline.on_call import OnCallList
from services.notify.lifeline.spool import Spool

log = logger(__name__)
QUEUE = "lifeline.standdown"
LONGEST_PAUSE_SECONDS = 5.0


class Hearing:
    """A durable queue keeps what is told while the lifeline is away."""

    def __init__(self, uri: str, spool: Spool, on_call: OnCallList) -> None:
        self._uri = uri
        self._spool = spool
        self._on_call = on_call

    def run(self, stopping: threading.Event) -> None:
        """Until told to stop, through every loss of the broker."""
        pause = 0.2
        while not stopping.is_set() and self._uri:
            try:
                self._listen(stopping)
                pause = 0.2
            except (AMQPError, OSError) as problem:
                log.warning("broker_away", problem=type(problem).__name__)
            finally:
                BROKER.set(0)
            stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _listen(self, stopping: threading.Event) -> None:
        parameters = pika.URLParameters(self._uri)
        parameters.heartbeat = 10
        parameters.blocked_connection_timeout = 10
        parameters.socket_timeout = 5
        with pika.BlockingConnection(parameters) as connection:
            channel = connection.channel()
            channel.basic_qos(prefetch_count=16)
            BROKER.set(1)
            for method, _, body in channel.consume(QUEUE, inactivity_timeout=0.5):
                if method is not None and body is not None:
                    self._heard(channel, method.delivery_tag, body)
                if stopping.is_set():
                    channel.cancel()
                    return

    def _heard(self, channel: BlockingChannel, tag: int, body: bytes) -> None:
        """Acknowledged only when it stands on the disk; what is no event goes to the dead."""
        try:
            envelope = Envelope.model_validate_json(body)
            self.take(envelope)
        except ValidationError:
            log.warning("not_an_event")
            channel.basic_reject(tag, requeue=False)
            return
        channel.basic_ack(tag)

    def take(self, envelope: Envelope) -> None:
        """Stand down, or ring others from now on. Raises ValidationError."""
        if envelope.type == PageAccepted.type_name():
            told = PageAccepted.model_validate(envelope.data)
            self._spool.note_stood_down(told.reference, clock.now())
            STAND_DOWNS.inc()
        elif envelope.type == OnCallChanged.type_name():
            self._on_call.hear(OnCallChanged.model_validate(envelope.data))
