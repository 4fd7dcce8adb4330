"""Documents kept from firms: what holds, what is put on and lifted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor
from services.documents.catalogue import legal_bases
from services.documents.contract.types import Shield, ShieldingView
from services.documents.domain.shielding import ends_at
from services.documents.model import Document, Shielding

AT_ONCE = 50
"""Shieldings a round lifts; the next round lifts the rest."""


def holding(session: Session, document_id: str) -> Shielding | None:
    """The shielding that holds now."""
    return session.scalars(
        select(Shielding).where(Shielding.document_id == document_id, Shielding.lifted_at.is_(None))
    ).one_or_none()


def holding_of(session: Session, document_ids: Collection[str]) -> dict[str, Shielding]:
    """Those that hold now, by document."""
    rows = session.scalars(
        select(Shielding).where(
            Shielding.document_id.in_(document_ids), Shielding.lifted_at.is_(None)
        )
    )
    return {row.document_id: row for row in rows}


def put(work: Work, document: Document, shield: Shield) -> None:
    """Keep it from firms; what held before is closed, and stays as what was."""
    held = holding(work.session, document.id)
    if held is not None:
        close(held, work.now, work.actor, "changed")
        work.session.flush()
    work.session.add(
        Shielding(
            id=new_id(),
            utility=document.utility,
            document_id=document.id,
            basis=shield.basis,
            reason=shield.reason,
            public_title=shield.public_title,
            ends_on=shield.ends_on,
            ends_at=ends_at(shield.ends_on),
            shielded_at=work.now,
            shielded_by_id=work.actor.user_id,
            shielded_by_name=work.actor.name,
        )
    )
    document.shielding_revision += 1
    work.session.flush()


def close(held: Shielding, at: datetime, by: Actor, because: str) -> None:
    """It holds no more."""
    held.lifted_at = at
    held.lifted_by_id, held.lifted_by_name = by.user_id, by.name
    held.lifted_because = because


def ended(session: Session, now: datetime) -> Sequence[tuple[Shielding, Document]]:
    """Shieldings whose last day has passed, with their documents; both locked."""
    rows = session.execute(
        select(Shielding, Document)
        .join(Document, Document.id == Shielding.document_id)
        .where(
            Shielding.lifted_at.is_(None),
            Shielding.ends_at <= now,
            Document.state == "accepted",
        )
        .order_by(Shielding.ends_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return [(held, document) for held, document in rows]


def view(held: Shielding) -> ShieldingView:
    """As staff see it."""
    return ShieldingView(
        basis=held.basis,
        restriction=legal_bases.restriction(held.basis),
        reason=held.reason,
        public_title=held.public_title,
        ends_on=held.ends_on,
        ends_at=held.ends_at,
        shielded_at=held.shielded_at,
        shielded_by=held.shielded_by_name,
    )
