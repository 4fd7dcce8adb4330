"""E-mail addresses of firms: those under way, those mail does not reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.identity.contract.errors import LinkExpired
from services.identity.contract.types.firm_profile import AddressPurpose
from services.identity.model import AddressBounce, AddressChange, FirmAtUtility

COLUMNS: dict[AddressPurpose, str] = {
    "post": "email_post",
    "invoice": "email_invoice",
    "contact": "email_contact",
}
"""Where the address in use stands."""


def keep_change(session: Session, change: AddressChange) -> None:
    """The newest request for a purpose is the one that counts."""
    session.merge(change)


def drop_change(session: Session, known: FirmAtUtility, purpose: AddressPurpose) -> None:
    """Nothing is under way for the purpose any more."""
    session.execute(delete(AddressChange).filter_by(**_here(known), purpose=purpose))


def changes(session: Session, known: FirmAtUtility, at: datetime) -> Sequence[AddressChange]:
    """What is under way, by purpose."""
    return session.scalars(
        select(AddressChange)
        .filter_by(**_here(known))
        .where(AddressChange.expires_at > at)
        .order_by(AddressChange.purpose)
    ).all()


def locked_change(
    session: Session, known: FirmAtUtility, purpose: AddressPurpose, at: datetime
) -> AddressChange:
    """The one for the purpose. Raises LinkExpired."""
    found = session.scalars(
        select(AddressChange)
        .filter_by(**_here(known), purpose=purpose)
        .where(AddressChange.expires_at > at)
        .with_for_update()
    ).one_or_none()
    if found is None:
        raise LinkExpired
    return found


def bounces(session: Session, known: FirmAtUtility) -> Sequence[AddressBounce]:
    """Addresses in use that mail does not reach, by purpose."""
    return session.scalars(
        select(AddressBounce).filter_by(**_here(known)).order_by(AddressBounce.purpose)
    ).all()


def mark(session: Session, email: str, utility: str, at: datetime) -> int:
    """Mark the address wherever the utility's firms use it; how many places."""
    columns = [getattr(FirmAtUtility, name) for name in COLUMNS.values()]
    users = session.scalars(
        select(FirmAtUtility).where(
            FirmAtUtility.utility == utility,
            or_(*(func.lower(column) == email.lower() for column in columns)),
        )
    ).all()
    places = [
        {**_here(known), "purpose": purpose, "email": email, "at": at}
        for known in users
        for purpose, column in COLUMNS.items()
        if (getattr(known, column) or "").lower() == email.lower()
    ]
    if places:
        session.execute(insert(AddressBounce).values(places).on_conflict_do_nothing())
    return len(places)


def clear(session: Session, known: FirmAtUtility, purpose: AddressPurpose) -> None:
    """Mail arrives again, or the address is another."""
    session.execute(delete(AddressBounce).filter_by(**_here(known), purpose=purpose))


def forget_over(session: Session, at: datetime) -> int:
    """Erase addresses that were never proven."""
    gone = delete(AddressChange).where(AddressChange.expires_at < at)
    return len(session.execute(gone.returning(AddressChange.firm_id)).all())


def _here(known: FirmAtUtility) -> dict[str, str]:
    return {"firm_id": known.firm_id, "utility": known.utility}
