"""The audit trail, read by those who may: newest first, with the state of each chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import ColumnElement, collate, or_, select, tuple_
from sqlalchemy.orm import Session

from services.chassis.db import audit, cursors
from services.chassis.db.tables import Audit, AuditHead
from services.chassis.messages import Actor
from services.chassis.messages.trail import (
    Chain,
    ListDeedsRequest,
    ListTrailRequest,
    TrailEntry,
    TrailPage,
)

TRIES = ("login_refused", "trail_read", "data_exported", "document_read")
"""How the tags of the second stream begin: what was tried in vain, read, or taken out."""
MOST_CHECKED = 3000
"""Entries checked for one page, all its chains together; the longest chains are left out."""
Names = Callable[[Session, str, Sequence[str]], Mapping[str, str]]
"""What a service calls chains at a utility; those it knows no name of are left out."""


def page(
    session: Session,
    utility: str,
    request: ListTrailRequest,
    names: Names,
    *only: ColumnElement[bool],
) -> TrailPage:
    """The utility's entries, less those the service says are not its to see (`only`).

    Refuses a cursor that is not of our making.
    """
    which = (Audit.utility == utility, *_conditions(request), *only)
    found = _newest(session, which, request.cursor, request.limit + 1)
    items = [_entry(entry) for entry in found[: request.limit]]
    chains = sorted({entry.chain for entry in items})
    states = _states(session, chains, names(session, utility, chains), alone=bool(request.chain))
    more = len(found) > len(items)
    return TrailPage(items=items, chains=states, next=items[-1].place if more else None)


def deeds(session: Session, actor: Actor, request: ListDeedsRequest, names: Names) -> TrailPage:
    """What the actor did. Facts are left out: they may tell of what the actor sees no more."""
    own = (
        Audit.actor["user_id"].astext == actor.user_id,
        Audit.actor["audience"].astext == actor.audience,
        Audit.utility == actor.utility,
    )
    found = _newest(session, own, request.cursor, request.limit + 1)
    items = [_entry(entry).model_copy(update={"facts": {}}) for entry in found[: request.limit]]
    chains = sorted({entry.chain for entry in items})
    called = names(session, actor.utility, chains)
    known = [
        Chain(chain=chain, name=called.get(chain, ""), length=0, state="unchecked")
        for chain in chains
    ]
    more = len(found) > len(items)
    return TrailPage(items=items, chains=known, next=items[-1].place if more else None)


def _newest(
    session: Session, which: Sequence[ColumnElement[bool]], cursor: str, limit: int
) -> Sequence[Audit]:
    by_age = collate(Audit.id, "C")
    query = select(Audit).where(*which)
    if cursor:
        written, _, last = cursor.partition("~")
        query = query.where(tuple_(Audit.at, by_age) < (cursors.instant(written), last))
    return session.scalars(query.order_by(Audit.at.desc(), by_age.desc()).limit(limit)).all()


def _conditions(request: ListTrailRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if request.person_id:
        about = Audit.chain == f"person:{request.person_id}"
        found.append(or_(about, Audit.actor["user_id"].astext == request.person_id))
    if request.tag:
        found.append(Audit.tag.startswith(request.tag, autoescape=True))
    if request.chain:
        found.append(Audit.chain == request.chain)
    if request.stream:
        tried = or_(*(Audit.tag.startswith(beginning) for beginning in TRIES))
        found.append(tried if request.stream == "tries" else ~tried)
    if request.since:
        found.append(Audit.at >= request.since)
    if request.until:
        found.append(Audit.at < request.until)
    return found


def _states(
    session: Session, chains: Sequence[str], names: Mapping[str, str], *, alone: bool
) -> list[Chain]:
    """Shortest first, so that one long chain leaves no other unchecked."""
    heads = select(AuditHead).where(AuditHead.chain.in_(chains))
    lengths = {head.chain: head.position for head in session.scalars(heads)}
    states, checked = [], 0
    for chain in sorted(chains, key=lambda each: lengths.get(each, 0)):
        length = lengths.get(chain, 0)
        checked += length
        known = {"chain": chain, "name": names.get(chain, ""), "length": length}
        if checked > MOST_CHECKED and not alone:
            states.append(Chain(**known, state="unchecked"))
            continue
        broken = audit.broken_at(session, chain)
        states.append(Chain(**known, state="broken" if broken else "whole", broken_at=broken))
    return states


def _entry(entry: Audit) -> TrailEntry:
    """As it was written."""
    actor = entry.actor
    return TrailEntry(
        entry_id=entry.id,
        at=entry.at,
        tag=entry.tag,
        chain=entry.chain,
        position=entry.position,
        actor_id=actor.get("user_id", ""),
        actor_name=actor.get("name", ""),
        actor_audience=actor.get("audience", ""),
        actor_firm=actor.get("firm_name", ""),
        actor_roles=actor.get("roles", ""),
        facts=entry.facts,
        trace=entry.trace,
        hash=entry.hash,
    )


def ids_of(chains: Sequence[str], *kinds: str) -> dict[str, str]:
    """Chain -> the id it is about, of the chains of these kinds."""
    parted = {chain: chain.partition(":") for chain in chains}
    return {chain: id for chain, (kind, _, id) in parted.items() if kind in kinds}
