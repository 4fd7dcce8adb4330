"""Events in: received into the table in one short transaction, handled from the table."""

from __future__ import annotations

from typing import Any

import eventlet
from kombu.entity import Queue
from nameko.extensions import SharedExtension
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.chassis import clock, faults
from services.chassis.db import inbox
from services.chassis.db.transaction import begin
from services.chassis.logging import logger, traced
from services.chassis.messages import Actor, Envelope
from services.chassis.metrics import EVENTS_HANDLED, EVENTS_RECEIVED, EVENTS_REJECTED
from services.chassis.settings import settings
from services.chassis.transport import topology
from services.chassis.transport.gate import Gate
from services.chassis.transport.loops import Loop, Watch
from services.chassis.transport.raw_consumer import RawQueueConsumer
from services.chassis.transport.specs import ListenerSpec
from services.chassis.wake import rouse

log = logger(__name__)
POLL_SECONDS = 0.5


class InboxReceiver(SharedExtension):
    """One queue, one table and a few handling loops for all of a service's reactions."""

    queue_consumer = RawQueueConsumer()
    prefetch = 32

    def __init__(self) -> None:
        self._reactions: dict[str, ListenerSpec] = {}
        self._handlers: list[Loop] = []
        self._ahead: list[Loop] = []
        self._loops: list[Loop] = []
        self._finished = False
        self._gate = Gate()
        super().__init__()

    def add(self, spec: ListenerSpec) -> None:
        """A reaction joins before the container starts."""
        self._reactions[spec.event.type_name()] = spec

    def setup(self) -> None:
        """Consume the service's inbox queue; it was declared with the topology."""
        service = self.container.service_name
        self.queue = Queue(topology.inbox_queue(service), no_declare=True)
        watch = Watch()
        self._handlers = [
            Loop(f"inbox-{n}", POLL_SECONDS, self._handle_next, watch)
            for n in range(settings().handlers)
        ]
        suspects = Loop("inbox-suspects", POLL_SECONDS, self._handle_suspect)
        self._ahead = [
            Loop("inbox-ahead", POLL_SECONDS, self._handle_ahead) for _ in self._types_ahead()[:1]
        ]
        self._loops = [*self._handlers, *self._ahead, suspects]
        self.queue_consumer.register_provider(self)

    def start(self) -> None:
        """Start handling what the table holds, whether or not the broker is there."""
        for loop in self._loops:
            self.container.spawn_managed_thread(loop.run, identifier=loop.name)

    def finish(self) -> None:
        """Stop receiving, then handling; asked by each reaction, done once."""
        if self._finished:
            return
        self._finished = True
        self.queue_consumer.unregister_provider(self)
        for loop in self._loops:
            loop.stop()

    def handle_message(self, body: None, message: Any) -> None:
        """Store it, then acknowledge. While the database is away it is held, not spent."""
        del body
        try:
            envelope = Envelope.model_validate_json(message.body)
        except ValidationError:
            EVENTS_REJECTED.labels(self.queue.name).inc()
            log.warning("not_an_event", routing_key=message.delivery_info.get("routing_key"))
            self.queue_consumer.reject_message(message)
            return
        if self._store_patiently(envelope, message):
            faults.point("between-effect-and-ack")
            self.queue_consumer.ack_message(message)
            self._rouse(envelope.type)

    def _types_ahead(self) -> list[str]:
        return [name for name, spec in self._reactions.items() if spec.ahead]

    def _rouse(self, event: str) -> None:
        """One handler of those that may take it."""
        able = self._ahead if event in self._types_ahead() else self._handlers
        rouse(able, 1)

    def _store_patiently(self, envelope: Envelope, message: Any) -> bool:
        pause = 0.2
        while message.channel is not None and message.channel.connection and not self._finished:
            try:
                with begin(self._self_as_actor(), trace=envelope.trace) as work:
                    inbox.store(work.session, envelope, work.now)
            except (DBAPIError, PoolTimeout) as problem:
                log.warning("inbox_waits_for_database", problem=type(problem).__name__)
                eventlet.sleep(pause)
                pause = min(pause * 2, 5)
            else:
                EVENTS_RECEIVED.labels(envelope.type).inc()
                return True
        return False

    def _self_as_actor(self, utility: str = "") -> Actor:
        return Actor.system(self.container.service_name, utility)

    def _handle_next(self) -> int:
        with self._gate.beside_others():
            return self._claim_and_try(suspect=False)

    def _handle_ahead(self) -> int:
        """A handler of its own for what must not stand behind a burst: a code, an ended session."""
        with self._gate.beside_others():
            return self._claim_and_try(suspect=False, types=self._types_ahead())

    def _handle_suspect(self) -> int:
        """An event that may end the process is tried alone, so that it takes no neighbour along."""
        with begin(self._self_as_actor()) as work:
            if not inbox.has_suspects(work.session, work.now):
                return 0
        with self._gate.alone():
            return self._claim_and_try(suspect=True)

    def _claim_and_try(self, *, suspect: bool, types: list[str] | None = None) -> int:
        with begin(self._self_as_actor()) as work:
            claimed = inbox.claim_next(work.session, work.now, suspect=suspect, types=types)
        if claimed is None:
            return 0
        event_id, attempts = claimed
        try:
            self._attempt(event_id)
        except Exception as problem:
            self._failed(event_id, attempts, problem)
        return 1

    def _attempt(self, event_id: str) -> None:
        with begin(self._self_as_actor()) as work:
            row = inbox.held(work.session, event_id)
            if row is None:
                return
            envelope = Envelope.model_validate(row.envelope)
            work.cause = envelope
            work.trace = envelope.trace
            work.actor = self._self_as_actor(envelope.utility)
            with traced(envelope.trace, event=envelope.type, event_id=event_id):
                spec = self._reactions.get(envelope.type)
                if spec is not None:
                    spec.run(spec.event.model_validate(envelope.data), work)
            row.handled_at = clock.now()
        EVENTS_HANDLED.labels(envelope.type, "handled" if spec else "nobody").inc()

    def _failed(self, event_id: str, attempts: int, problem: Exception) -> None:
        kind = type(problem).__name__
        with begin(self._self_as_actor()) as work:
            parked = inbox.note_failure(work.session, event_id, kind, work.now)
        EVENTS_HANDLED.labels("any", "parked" if parked else "failed").inc()
        log.warning(
            "event_parked" if parked else "event_failed",
            event_id=event_id,
            attempts=attempts,
            problem=kind,
            exc_info=not isinstance(problem, (DBAPIError, ValidationError)),
        )
