"""A repeated command has one effect and one answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from services.chassis.db.tables import Idempotency
from services.chassis.db.work import Work
from services.chassis.keyed_hash import keyed_hash, same
from services.chassis.messages import AlreadyDone, KeyReused


@dataclass(frozen=True)
class Claim:
    """A key held by this transaction, or the answer it already has."""

    scope: str
    reply: dict[str, Any] | None = None


def claim(work: Work, operation: str, key: str, body: bytes) -> Claim:
    """Hold the key until this transaction ends; a concurrent twin waits here.

    The scope is actor (who, where, for which firm), operation and key; only an HMAC of the body is
    kept. Raises KeyReused for another body and AlreadyDone when the reply held a secret and was
    not kept.
    """
    actor = work.actor
    asked = "\0".join((actor.key, actor.utility, actor.firm_id, operation, key))
    scope = hashlib.sha256(asked.encode()).hexdigest()
    said = keyed_hash("idempotency", body.decode())
    won = work.session.execute(
        insert(Idempotency)
        .values(scope=scope, body=said, at=work.now)
        .on_conflict_do_nothing()
        .returning(Idempotency.scope)
    ).scalar_one_or_none()
    if won:
        return Claim(scope)
    earlier_body, reply = work.session.execute(
        select(Idempotency.body, Idempotency.reply).where(Idempotency.scope == scope)
    ).one()
    if not same(earlier_body, said):
        raise KeyReused
    if reply is None:
        raise AlreadyDone
    return Claim(scope, reply)


def keep(work: Work, held: Claim, reply: dict[str, Any]) -> None:
    """Store the answer with the effect."""
    work.session.execute(
        update(Idempotency).where(Idempotency.scope == held.scope).values(reply=reply)
    )


def release(work: Work, held: Claim) -> None:
    """A refusal does not use the key up, even when it keeps what it counted."""
    work.session.execute(delete(Idempotency).where(Idempotency.scope == held.scope))
