"""The unit of work an operation is given: session, actor, time, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from services.chassis.db import audit
from services.chassis.db.tables import Outbox
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Envelope, Event
from services.chassis.metrics import EVENTS_EMITTED


@dataclass
class Work:
    """One transaction on behalf of one actor; opened and closed by the chassis alone."""

    session: Session
    actor: Actor
    now: datetime
    trace: str
    cause: Envelope | None = None
    """The event a reaction is handling."""
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    """Wakes sleepers (deliveries); never carries an effect that must happen."""

    def emit(self, event: Event, *, utility: str | None = None, by: Actor | None = None) -> None:
        """Tell it, in this transaction: to the audit trail and, unless audit-only, the outbox.

        `by` is who did it, when that is not the caller (the system, following a person's move).
        """
        actor = by or self.actor
        belongs_to = actor.utility if utility is None else utility
        data = event.model_dump(mode="json")
        self.record(
            event.type_name(),
            chain=f"{event.aggregate_kind}:{event.aggregate}",
            utility=belongs_to,
            facts={name: value for name, value in data.items() if name not in event.unaudited},
            by=actor,
        )
        if event.audit_only:
            return
        self.session.add(
            Outbox(
                id=new_id(),
                type=event.type_name(),
                utility=belongs_to,
                aggregate=event.aggregate,
                at=self.now,
                actor=actor.as_it_was(),
                trace=self.trace,
                data=data,
            )
        )
        EVENTS_EMITTED.labels(event.type_name()).inc()

    def record(
        self,
        tag: str,
        *,
        chain: str,
        facts: dict[str, Any],
        utility: str | None = None,
        by: Actor | None = None,
    ) -> None:
        """Write an entry of the audit trail that is not an event."""
        audit.record(
            self.session,
            chain=chain,
            tag=tag,
            at=self.now,
            utility=self.actor.utility if utility is None else utility,
            actor=by or self.actor,
            trace=self.trace,
            facts=facts,
        )
