"""Everything kept of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from services.chassis.db.tables import Audit
from services.identity.model import (
    Firm,
    FirmAtUtility,
    Invitation,
    LoginSession,
    Membership,
    Passkey,
    Person,
    RecoveryCode,
    Staff,
    Totp,
)

MOST_ENTRIES = 1000
FACTORS: dict[str, Any] = {"totp": Totp, "passkey": Passkey, "recovery": RecoveryCode}


@dataclass(frozen=True)
class Kept:
    """As it stands in the tables."""

    memberships: list[tuple[Membership, str, str]]
    """With the firm's name and number."""
    posts: Sequence[Staff]
    sessions: Sequence[LoginSession]
    invitations: Sequence[Invitation]
    factors: list[str]
    trail: Sequence[Audit]


def of(session: Session, person: Person) -> Kept:
    """What there is now."""
    own = person.person_id
    invited = or_(
        func.lower(Invitation.email) == person.email.lower(), Invitation.invited_by == own
    )
    return Kept(
        memberships=_memberships(session, own),
        posts=session.scalars(select(Staff).where(Staff.person_id == own)).all(),
        sessions=session.scalars(
            select(LoginSession)
            .where(LoginSession.person_id == own)
            .order_by(LoginSession.opened_at.desc())
        ).all(),
        invitations=session.scalars(
            select(Invitation).where(invited).order_by(Invitation.invitation_id.desc())
        ).all(),
        factors=[
            name
            for name, table in FACTORS.items()
            if session.scalar(select(func.count()).where(table.person_id == own))
        ],
        trail=session.scalars(
            select(Audit)
            .where(Audit.chain == f"person:{own}")
            .order_by(Audit.position.desc())
            .limit(MOST_ENTRIES)
        ).all(),
    )


def _memberships(session: Session, person_id: str) -> list[tuple[Membership, str, str]]:
    rows = session.execute(
        select(Membership, FirmAtUtility.name, Firm.orgnr)
        .join(
            FirmAtUtility,
            (FirmAtUtility.firm_id == Membership.firm_id)
            & (FirmAtUtility.utility == Membership.utility),
        )
        .join(Firm, Firm.firm_id == Membership.firm_id)
        .where(Membership.person_id == person_id)
        .order_by(Membership.utility, FirmAtUtility.name)
    ).all()
    return [(membership, name, orgnr) for membership, name, orgnr in rows]
