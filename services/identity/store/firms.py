"""Firms, and what each utility knows of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.identity.contract.errors import FirmNotFound
from services.identity.model import Firm, FirmAtUtility, RegistryEntry

Row = tuple[Firm, FirmAtUtility]


def locked_by_orgnr(session: Session, orgnr: str) -> Firm:
    """The firm of that number, made when it is new; locked, so that one request at a time wins."""
    session.execute(
        insert(Firm)
        .values(firm_id=new_id(), orgnr=orgnr, revision=0, address="")
        .on_conflict_do_nothing(index_elements=["orgnr"])
    )
    return session.scalars(
        select(Firm)
        .where(Firm.orgnr == orgnr)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def at_utility(session: Session, firm_id: str, utility: str) -> FirmAtUtility | None:
    """What the utility knows of the firm."""
    return session.get(FirmAtUtility, (firm_id, utility))


def id_of(session: Session, orgnr: str, utility: str) -> str | None:
    """The firm known at the utility by that number."""
    return session.scalar(
        select(FirmAtUtility.firm_id)
        .join(Firm, Firm.firm_id == FirmAtUtility.firm_id)
        .where(Firm.orgnr == orgnr, FirmAtUtility.utility == utility)
    )


def status_of(session: Session, orgnr: str, utility: str) -> str | None:
    """The firm's status at the utility, by its number."""
    return session.scalar(
        select(FirmAtUtility.status)
        .join(Firm, Firm.firm_id == FirmAtUtility.firm_id)
        .where(Firm.orgnr == orgnr, FirmAtUtility.utility == utility)
    )


def known(session: Session, firm_id: str, utility: str, *, lock: bool = False) -> Row:
    """The firm at this utility. Raises FirmNotFound."""
    query = (
        select(Firm, FirmAtUtility)
        .join(FirmAtUtility, FirmAtUtility.firm_id == Firm.firm_id)
        .where(Firm.firm_id == firm_id, FirmAtUtility.utility == utility)
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    row = session.execute(query).one_or_none()
    if row is None:
        raise FirmNotFound
    return row[0], row[1]


def queue(
    session: Session,
    utility: str,
    *,
    status: str | None,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[Row]:
    """The utility's firms, who asked first comes first; `after` is the key of the last one seen."""
    query = (
        select(Firm, FirmAtUtility)
        .join(FirmAtUtility, FirmAtUtility.firm_id == Firm.firm_id)
        .where(FirmAtUtility.utility == utility)
        .order_by(FirmAtUtility.asked_at, FirmAtUtility.firm_id)
        .limit(limit)
    )
    if status:
        query = query.where(FirmAtUtility.status == status)
    if after:
        query = query.where(tuple_(FirmAtUtility.asked_at, FirmAtUtility.firm_id) > tuple_(*after))
    return [(firm, at) for firm, at in session.execute(query).all()]


def waiting_unasked(session: Session, since: datetime) -> str | None:
    """The number of the firm that has waited longest without a word from the register since."""
    return session.scalar(
        select(Firm.orgnr)
        .join(FirmAtUtility, FirmAtUtility.firm_id == Firm.firm_id)
        .outerjoin(RegistryEntry, RegistryEntry.orgnr == Firm.orgnr)
        .where(
            FirmAtUtility.status == "waiting",
            RegistryEntry.asked_at.is_(None) | (RegistryEntry.asked_at < since),
        )
        .order_by(FirmAtUtility.asked_at)
        .limit(1)
    )
