"""Deliveries: kept once, found when due, found again by their provider's name for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.notify.domain.callback import furthest
from services.notify.domain.delivery import Channel, State, Urgency
from services.notify.model import Attempt, Delivery, EarlyCallback


@dataclass(frozen=True)
class NewDelivery:
    """A message to one recipient over one channel, not yet kept."""

    cause: str
    to: str
    """Tells the recipients of one cause apart."""
    utility: str
    channel: Channel
    message: str
    urgency: Urgency
    recipient: str
    language: str
    values: dict[str, Any]
    trace: str
    person_id: str | None = None
    sealed: str | None = None
    subject: str | None = None
    expires_at: datetime | None = None
    while_case: str | None = None
    while_status: str | None = None

    def row(self) -> dict[str, Any]:
        """Its columns; a cause reaches a recipient over a channel once."""
        columns = {name: value for name, value in vars(self).items() if name != "to"}
        return {**columns, "dedup_key": f"{self.cause}:{self.to}:{self.channel}"}


def is_told(session: Session, cause: str) -> bool:
    """True when somebody was told of it before."""
    return session.scalar(select(Delivery.id).where(Delivery.cause == cause).limit(1)) is not None


def told_of(session: Session, causes: Sequence[str]) -> set[str]:
    """Keys of everybody told of news that begins so, save where the sending failed."""
    rows = session.execute(
        select(Delivery.dedup_key, Delivery.cause).where(
            or_(*(Delivery.cause.startswith(cause, autoescape=True) for cause in causes)),
            Delivery.state.not_in(["failed", "expired"]),
        )
    )
    return {key.removeprefix(f"{cause}:").rpartition(":")[0] for key, cause in rows}


def keep(session: Session, new: Sequence[NewDelivery], at: datetime) -> int:
    """Keep each once: one with the key of an earlier one is that one. Returns how many are new."""
    if not new:
        return 0
    common = {
        "state": "waiting",
        "attempts": 0,
        "execute_after": at,
        "created_at": at,
        "updated_at": at,
    }
    kept = session.execute(
        insert(Delivery)
        .values([{"id": new_id(), **each.row(), **common} for each in new])
        .on_conflict_do_nothing(index_elements=[Delivery.dedup_key])
        .returning(Delivery.id)
    ).all()
    return len(kept)


def due(session: Session, urgency: Urgency, at: datetime, limit: int) -> Sequence[Delivery]:
    """Those of a lane whose time has come, longest overdue first, locked; others' are skipped."""
    return session.scalars(
        select(Delivery)
        .where(Delivery.urgency == urgency, Delivery.execute_after <= at)
        .order_by(Delivery.execute_after)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()


def locked(session: Session, delivery_id: str) -> Delivery | None:
    """One delivery, held until the transaction ends."""
    return session.scalars(
        select(Delivery).where(Delivery.id == delivery_id).with_for_update()
    ).one_or_none()


def hold_name(session: Session, provider_id: str) -> None:
    """Let the provider's answer and its callback about one name follow each other; taken before
    any row is locked."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(provider_id, 0))))


def attempt(session: Session, delivery_id: str, number: int) -> Attempt:
    """One try of a delivery."""
    return session.scalars(
        select(Attempt).where(Attempt.delivery_id == delivery_id, Attempt.number == number)
    ).one()


def named(session: Session, provider_id: str) -> Delivery | None:
    """The delivery one of whose tries the provider calls by that name, held."""
    return session.scalars(
        select(Delivery)
        .join(Attempt, Attempt.delivery_id == Delivery.id)
        .where(Attempt.provider_id == provider_id)
        .with_for_update(of=Delivery)
    ).one_or_none()


def known_names(session: Session, recipient: str) -> frozenset[str]:
    """The provider's names for everything sent to the recipient lately, as far as we know them."""
    names = session.scalars(
        select(Attempt.provider_id)
        .join(Delivery, Attempt.delivery_id == Delivery.id)
        .where(Delivery.recipient == recipient, Attempt.provider_id.is_not(None))
        .order_by(Attempt.started_at.desc())
        .limit(200)
    )
    return frozenset(name for name in names if name)


def last_unanswered(session: Session, delivery_id: str) -> Attempt | None:
    """The latest try whose answer was lost."""
    return session.scalars(
        select(Attempt)
        .where(Attempt.delivery_id == delivery_id, Attempt.provider_id.is_(None))
        .where(Attempt.outcome.is_(None) | (Attempt.outcome == "unknown"))
        .order_by(Attempt.number.desc())
        .limit(1)
    ).one_or_none()


def remember_early(
    session: Session, provider_id: str, state: State, error: str, at: datetime
) -> None:
    """A callback about a name we have not been given yet; the furthest of several is kept."""
    session.execute(
        insert(EarlyCallback)
        .values(provider_id=provider_id, state="waiting", error="", at=at)
        .on_conflict_do_nothing()
    )
    early = session.scalars(
        select(EarlyCallback).where(EarlyCallback.provider_id == provider_id).with_for_update()
    ).one()
    reached = furthest(state, early.state)
    if reached != early.state:
        early.state, early.error = reached, error


def take_early(session: Session, provider_id: str) -> EarlyCallback | None:
    """The callback that came before its name, if one did; taken once."""
    return session.execute(
        delete(EarlyCallback)
        .where(EarlyCallback.provider_id == provider_id)
        .returning(EarlyCallback)
    ).scalar_one_or_none()


def forget_early(session: Session, before: datetime) -> int:
    """Drop callbacks that never found their message."""
    dropped = session.execute(
        delete(EarlyCallback).where(EarlyCallback.at < before).returning(EarlyCallback.provider_id)
    ).all()
    return len(dropped)


def page(session: Session, utility: str, before: str, limit: int) -> Sequence[Delivery]:
    """The utility's, newest first, older than the id `before`."""
    query = select(Delivery).where(Delivery.utility == utility)
    if before:
        query = query.where(Delivery.id < before)
    return session.scalars(query.order_by(Delivery.id.desc()).limit(limit)).all()


def about(session: Session, subject: str) -> Sequence[Delivery]:
    """Every delivery about it, held."""
    return session.scalars(
        select(Delivery).where(Delivery.subject == subject).order_by(Delivery.id).with_for_update()
    ).all()
