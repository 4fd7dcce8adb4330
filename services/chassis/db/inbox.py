"""The inbox: store once, attempt in sequence per aggregate, park, replay."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, func, literal, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.db.tables import Inbox
from services.chassis.messages import Envelope, Refusal
from services.chassis.messages.housekeeping import ParkedEvent, ParkedEvents
from services.chassis.settings import settings

LONGEST_DELAY_SECONDS = 120
LEASE_SECONDS = 2
"""How long an attempt may take to lock its event; from then on the lock says that it goes on."""

_DUE = text(
    """
    UPDATE inbox SET attempts = attempts + 1, problem = NULL,
        next_attempt_at = :now + greatest(make_interval(secs => :lease), make_interval(
            secs => least(:first * power(4, attempts), :longest)))
    WHERE event_id = (
        SELECT due.event_id FROM inbox due
        WHERE due.handled_at IS NULL AND due.parked_at IS NULL AND due.next_attempt_at <= :now
          AND due.attempts < :most
          AND (due.attempts > 0 AND due.problem IS NULL) = :suspect
          AND (cast(:types AS text[]) IS NULL OR due.type = ANY(cast(:types AS text[])))
          AND NOT EXISTS (
            SELECT 1 FROM inbox before
            WHERE before.source = due.source AND before.aggregate = due.aggregate
              AND before.sequence < due.sequence
              AND before.handled_at IS NULL AND before.parked_at IS NULL)
        ORDER BY due.next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING event_id, attempts, set_config('synchronous_commit', 'off', true)
    """
)


class NoSuchParkedEvent(Refusal):
    """Nothing of that id is parked here; perhaps it was replayed already."""

    kind = "not_found"


def store(session: Session, envelope: Envelope, at: datetime) -> bool:
    """Keep it once; False when it had arrived before."""
    stored = session.execute(
        insert(Inbox)
        .values(
            event_id=envelope.id,
            type=envelope.type,
            source=envelope.source,
            aggregate=envelope.aggregate,
            sequence=envelope.sequence,
            envelope=envelope.model_dump(mode="json"),
            received_at=at,
            attempts=0,
            next_attempt_at=at,
        )
        .on_conflict_do_nothing()
        .returning(Inbox.event_id)
    ).scalar_one_or_none()
    return stored is not None


def claim_next(
    session: Session, at: datetime, *, suspect: bool, types: Collection[str] | None = None
) -> tuple[str, int] | None:
    """Count an attempt at the next due event (of the types); the caller commits before it tries.

    The delay to the attempt after this one, or the lease when that is longer, holds others off: a
    process that dies while trying has spent the attempt, and the event is due again afterwards. An
    attempt that ended without a word makes the event a *suspect*: it, or one beside it, ended the
    process. One that has spent every attempt is not tried again; `park_spent` sets it aside.

    The count need not be on the disk before the try: it is there for what ends the *process*, and
    a database that crashes in the same half second forgets an attempt, never an effect.
    """
    found = session.execute(
        _DUE,
        {
            "now": at,
            "first": settings().inbox_first_delay,
            "longest": LONGEST_DELAY_SECONDS,
            "lease": LEASE_SECONDS,
            "most": settings().inbox_attempts,
            "suspect": suspect,
            "types": None if types is None else list(types),
        },
    ).one_or_none()
    return (found.event_id, found.attempts) if found else None


def has_suspects(session: Session, at: datetime) -> bool:
    """True when an event is due whose last attempt ended without a word."""
    due = select(Inbox.event_id).where(
        Inbox.handled_at.is_(None),
        Inbox.parked_at.is_(None),
        Inbox.next_attempt_at <= at,
        Inbox.attempts > 0,
        Inbox.attempts < settings().inbox_attempts,
        Inbox.problem.is_(None),
    )
    return session.scalar(due.limit(1)) is not None


def held(session: Session, event_id: str) -> Inbox | None:
    """The event, locked for the effect's transaction; None when another has handled it."""
    return session.scalars(
        select(Inbox)
        .where(Inbox.event_id == event_id, Inbox.handled_at.is_(None))
        .with_for_update(skip_locked=True)
    ).one_or_none()


def note_failure(session: Session, event_id: str, problem: str, at: datetime) -> bool:
    """Remember the kind of failure and when to try next; park it when the attempts are used up.

    True when parked.
    """
    delay = settings().inbox_first_delay * func.power(4, Inbox.attempts - 1)
    pause = func.make_interval(0, 0, 0, 0, 0, 0, func.least(delay, LONGEST_DELAY_SECONDS))
    parked = session.execute(
        update(Inbox)
        .where(Inbox.event_id == event_id, Inbox.handled_at.is_(None))
        .values(
            problem=problem,
            next_attempt_at=literal(at) + pause,
            parked_at=case((Inbox.attempts >= settings().inbox_attempts, at), else_=None),
        )
        .returning(Inbox.parked_at)
    ).scalar_one_or_none()
    return parked is not None


def park_spent(session: Session, at: datetime) -> int:
    """Park events whose attempts were all spent without a word (each killed its process)."""
    spent = session.execute(
        update(Inbox)
        .where(
            Inbox.handled_at.is_(None),
            Inbox.parked_at.is_(None),
            Inbox.attempts >= settings().inbox_attempts,
            Inbox.next_attempt_at <= at,
        )
        .values(parked_at=at, problem=func.coalesce(Inbox.problem, "the process died while trying"))
        .returning(Inbox.event_id)
    ).all()
    return len(spent)


def parked(session: Session) -> ParkedEvents:
    """What waits for an operator, newest first."""
    rows = session.scalars(
        select(Inbox)
        .where(Inbox.parked_at.is_not(None), Inbox.handled_at.is_(None))
        .order_by(Inbox.parked_at.desc())
        .limit(100)
    )
    return ParkedEvents(
        items=[
            ParkedEvent(
                event_id=row.event_id,
                type=row.type,
                source=row.source,
                aggregate=row.aggregate,
                attempts=row.attempts,
                received_at=row.received_at,
                parked_at=row.parked_at or row.received_at,
                problem=row.problem or "",
            )
            for row in rows
        ]
    )


def forget(session: Session, aggregate: str, email: str = "") -> None:
    """Empty what was heard of somebody; that each event arrived, and was handled, is still known.

    With `email`, also what others told of the address. What waits is left: it is not handled yet.
    """
    of_them = Inbox.aggregate == aggregate
    if email:
        of_them = or_(of_them, func.lower(Inbox.envelope["data"]["email"].astext) == email.lower())
    emptied = Inbox.envelope.op("||")(func.jsonb_build_object("data", text("'{}'::jsonb")))
    session.execute(
        update(Inbox).where(of_them, Inbox.handled_at.is_not(None)).values(envelope=emptied)
    )


def replay(session: Session, event_id: str, at: datetime) -> None:
    """Give it a new round of attempts. Raises NoSuchParkedEvent, also for the second of two."""
    replayed = session.execute(
        update(Inbox)
        .where(Inbox.event_id == event_id, Inbox.parked_at.is_not(None), Inbox.handled_at.is_(None))
        .values(parked_at=None, attempts=0, next_attempt_at=at, replayed_at=at)
        .returning(Inbox.event_id)
    ).scalar_one_or_none()
    if replayed is None:
        raise NoSuchParkedEvent
