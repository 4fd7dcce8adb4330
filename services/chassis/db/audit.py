"""The audit trail: append-only, hash-chained, one chain per case, person or firm."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.db.tables import Audit, AuditHead
from services.chassis.ids import new_id
from services.chassis.messages import Actor

START = "0" * 64
HELD = "audit_heads"


def _fingerprint(entry: Audit) -> str:
    """SHA-256 over everything the entry says and the hash before it."""
    said = [
        entry.previous,
        entry.id,
        entry.chain,
        entry.position,
        entry.at.astimezone(UTC).isoformat(),
        entry.utility,
        entry.actor,
        entry.trace,
        entry.tag,
        entry.facts,
    ]
    written = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def record(
    session: Session,
    *,
    chain: str,
    tag: str,
    at: datetime,
    utility: str,
    actor: Actor,
    trace: str,
    facts: dict[str, Any],
) -> None:
    """Append to the chain; the head row's lock keeps two writers in order."""
    head = _head(session, chain)
    entry = Audit(
        id=new_id(),
        chain=chain,
        position=head.position + 1,
        at=at,
        utility=utility,
        actor=actor.as_it_was(),
        trace=trace,
        tag=tag,
        facts=facts,
        previous=head.hash,
    )
    entry.hash = _fingerprint(entry)
    head.position, head.hash = entry.position, entry.hash
    session.add(entry)


def _head(session: Session, chain: str) -> AuditHead:
    """The end of the chain, locked by this transaction; what it holds already is not asked again.

    A session lives for one transaction, so what it remembers is what it has locked. What is taken
    within a savepoint is not remembered: with its rollback the lock is gone, and perhaps the row.
    """
    held: dict[str, AuditHead] = session.info.setdefault(HELD, {})
    if chain in held:
        return held[chain]
    begun = insert(AuditHead).values(chain=chain, position=0, hash=START)
    unchanged = {"position": AuditHead.position}
    locked = begun.on_conflict_do_update(index_elements=["chain"], set_=unchanged)
    head = session.scalars(
        locked.returning(AuditHead), execution_options={"populate_existing": True}
    ).one()
    if not session.in_nested_transaction():
        held[chain] = head
    return head


def breaks(session: Session, chain: str) -> list[str]:
    """What is wrong with a chain: changed, removed or added entries; empty when it holds."""
    return [what for _position, what in faults(session, chain)]


def broken_at(session: Session, chain: str) -> int | None:
    """The first position of a chain that does not hold; None when it is whole."""
    return next((position for position, _what in faults(session, chain)), None)


def faults(session: Session, chain: str) -> Iterator[tuple[int, str]]:
    """Where and how a chain does not hold, from its beginning."""
    previous, position = START, 0
    entries = session.scalars(
        select(Audit)
        .where(Audit.chain == chain)
        .order_by(Audit.position)
        .execution_options(yield_per=500)
    )
    for entry in entries:
        if entry.position != position + 1:
            gap = f"entries {position + 1} to {entry.position - 1} are missing"
            yield position + 1, gap
        if entry.previous != previous and entry.position == position + 1:
            yield entry.position, f"entry {entry.position} does not follow the one before it"
        if _fingerprint(entry) != entry.hash:
            yield entry.position, f"entry {entry.position} was changed"
        previous, position = entry.hash, entry.position
    head = session.get(AuditHead, chain, populate_existing=True)
    if head is None:
        if position:
            yield position, "the chain has no head"
    elif (head.position, head.hash) != (position, previous):
        says = f"the chain ends at {position}, its head says {head.position}"
        yield min(position, head.position) + 1, says
