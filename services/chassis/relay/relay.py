"""Publish in order, confirmed and routed, then mark; a crash in between publishes again.

No LISTEN/NOTIFY in the submit path: it was measured to halve the commit rate. The table is polled
every 50 ms while there is work and every 200 ms while there is none.
"""

from __future__ import annotations

import threading
import zlib

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError
from sqlalchemy import Connection, Row, create_engine, func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from services.chassis import clock, faults
from services.chassis.db.tables import Outbox
from services.chassis.logging import logger
from services.chassis.messages import Envelope
from services.chassis.metrics import OUTBOX_PUBLISHED, OUTBOX_WAITING, RELAY_ACTIVE

log = logger(__name__)
BATCH = 100
BUSY_SECONDS, IDLE_SECONDS = 0.05, 0.2
STALE_SECONDS = 30

_WAITING = (
    select(Outbox.__table__)
    .where(Outbox.published_at.is_(None))
    .order_by(Outbox.sequence)
    .limit(BATCH)
)


class Relay:
    """One service's relay: an advisory lock makes it the active one."""

    def __init__(
        self, service: str, database_url: str, amqp_uri: str, stopping: threading.Event
    ) -> None:
        self._service = service
        self._exchange = f"{service}.events"
        self._engine = create_engine(
            database_url,
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"connect_timeout": 3, "application_name": f"{service}-relay"},
        )
        self._amqp_uri = amqp_uri
        self._stopping = stopping
        self._round_at = clock.monotonic()

    def ensure_healthy(self) -> None:
        """Raises when no round has ended lately; a standby is healthy."""
        if clock.monotonic() - self._round_at > STALE_SECONDS:
            raise TimeoutError("no round lately")

    def run(self) -> None:
        """Until told to stop, through every loss of the database or the broker."""
        pause = 0.2
        while not self._stopping.is_set():
            try:
                with self._engine.connect() as database:
                    if self._is_active(database):
                        self._relay(database)
                pause = 0.2
            except (AMQPError, DBAPIError, OSError) as problem:
                log.warning("relay_lost_its_way", problem=type(problem).__name__)
                pause = min(pause * 2, 5)
            RELAY_ACTIVE.set(0)
            self._stopping.wait(pause)

    def _is_active(self, database: Connection) -> bool:
        lock = zlib.crc32(f"relay:{self._service}".encode())
        mine = bool(database.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": lock}))
        database.commit()
        self._round_at = clock.monotonic()
        return mine

    def _relay(self, database: Connection) -> None:
        parameters = pika.URLParameters(self._amqp_uri)
        parameters.heartbeat = 10
        parameters.blocked_connection_timeout = 10
        with pika.BlockingConnection(parameters) as broker:
            channel = broker.channel()
            channel.confirm_delivery()
            RELAY_ACTIVE.set(1)
            log.info("relay_active", service=self._service)
            while not self._stopping.is_set():
                published = self.publish_waiting(database, channel)
                self._round_at = clock.monotonic()
                broker.process_data_events(time_limit=0)
                self._stopping.wait(BUSY_SECONDS if published else IDLE_SECONDS)

    def publish_waiting(self, database: Connection, channel: BlockingChannel) -> int:
        """One batch in order; marked, all in one statement, only after the broker has it."""
        rows = database.execute(_WAITING).all()
        OUTBOX_WAITING.set(len(rows))
        for row in rows:
            self._publish(channel, row)
        if rows:
            faults.point("between-publish-and-mark")
            done = Outbox.sequence.in_([row.sequence for row in rows])
            database.execute(update(Outbox).where(done).values(published_at=func.now()))
        database.commit()
        return len(rows)

    def _publish(self, channel: BlockingChannel, row: Row[tuple[Outbox]]) -> None:
        envelope = Envelope.model_validate({**row._mapping, "source": self._service})
        channel.basic_publish(
            self._exchange,
            row.type,
            envelope.model_dump_json().encode(),
            pika.BasicProperties(
                content_type="application/json",
                delivery_mode=2,
                message_id=row.id,
                headers={"x-trace": row.trace},
            ),
            mandatory=True,
        )
        OUTBOX_PUBLISHED.labels(row.type).inc()
