"""Firms, and what each utility knows of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.identity.contract.errors import FirmNotFound
from services.identity.model import Firm, FirmAtUtility, RegistryEntry
from services.identity.store.users import holding

Row = tuple[Firm, FirmAtUtility]
DAILY = timedelta(days=1)
MONTHLY = timedelta(days=25)
YEARLY = timedelta(days=365)
REMINDED_EVERY = timedelta(days=30)
REMINDER_GOOD = timedelta(days=60)
MOST_REMINDED = 50


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


def everywhere(session: Session, firm_id: str, *, lock: bool = False) -> list[FirmAtUtility]:
    """What each utility knows of the firm."""
    query = (
        select(FirmAtUtility)
        .where(FirmAtUtility.firm_id == firm_id)
        .order_by(FirmAtUtility.utility)
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return list(session.scalars(query))


@dataclass(frozen=True)
class Wanted:
    """What the registrar's list is narrowed to."""

    status: str | None = None
    q: str = ""
    warned: bool = False


def queue(
    session: Session,
    utility: str,
    wanted: Wanted,
    *,
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
    if wanted.status:
        query = query.where(FirmAtUtility.status == wanted.status)
    if wanted.q:
        digits = "".join(wanted.q.split())
        by_number = Firm.orgnr.startswith(digits, autoescape=True)
        query = query.where(or_(holding(wanted.q, FirmAtUtility.name), by_number))
    if wanted.warned:
        query = query.join(RegistryEntry, RegistryEntry.orgnr == Firm.orgnr).where(
            func.jsonb_array_length(RegistryEntry.answer["warnings"]) > 0
        )
    if after:
        query = query.where(tuple_(FirmAtUtility.asked_at, FirmAtUtility.firm_id) > tuple_(*after))
    return [(firm, at) for firm, at in session.execute(query).all()]


def unchecked(session: Session, at: datetime) -> str | None:
    """The number of a firm the register has not been heard about: never first, then the oldest.

    One that waits is checked daily, one that is in before its answer is forgotten.
    """
    waits = FirmAtUtility.status == "waiting"
    lives = FirmAtUtility.status.in_(("waiting", "approved", "suspended"))
    return session.scalar(
        select(Firm.orgnr)
        .join(FirmAtUtility, FirmAtUtility.firm_id == Firm.firm_id)
        .where(
            lives,
            Firm.checked_at.is_(None)
            | (waits & (Firm.checked_at < at - DAILY))
            | (Firm.checked_at < at - MONTHLY),
        )
        .order_by(Firm.checked_at.nulls_first(), FirmAtUtility.asked_at)
        .limit(1)
    )


def locked_unconfirmed(session: Session, at: datetime) -> list[FirmAtUtility]:
    """Firms that have not looked at their profile for a year, nor been asked to lately."""
    rows = session.scalars(
        select(FirmAtUtility)
        .where(
            FirmAtUtility.status == "approved",
            FirmAtUtility.confirmed_at < at - YEARLY,
            FirmAtUtility.reminded_at.is_(None) | (FirmAtUtility.reminded_at < at - REMINDED_EVERY),
        )
        .order_by(FirmAtUtility.confirmed_at, FirmAtUtility.firm_id)
        .limit(MOST_REMINDED)
        .with_for_update(skip_locked=True)
    )
    return list(rows)
