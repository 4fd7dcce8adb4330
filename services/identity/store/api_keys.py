"""Keys of a firm's own software."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from services.chassis import ids
from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import ApiKeyNotFound, SessionEnded
from services.identity.contract.types.api_keys import API_KEY_BEGINS
from services.identity.model import ApiKey, Firm, FirmAtUtility

SHOWN_CHARACTERS = 8
REMEMBERED = timedelta(days=365)
MOST_AT_ONCE = 200


def new_secret() -> str:
    """256 bits behind a beginning people recognise."""
    return API_KEY_BEGINS + ids.secret()


def secret_hash(secret: str) -> str:
    """What is kept of a key."""
    return keyed_hash("api-key", secret)


def shown(secret: str) -> str:
    """Enough of it to tell one from another; 208 bits stay unsaid."""
    return secret[: len(API_KEY_BEGINS) + SHOWN_CHARACTERS]


def living(at: datetime) -> ColumnElement[bool]:
    """Not ended, not run out."""
    return ApiKey.ended_at.is_(None) & (ApiKey.expires_at > at)


def of_firm(session: Session, firm_id: str, utility: str, at: datetime) -> Sequence[ApiKey]:
    """The firm's living keys at the utility, newest first."""
    return session.scalars(
        select(ApiKey)
        .where(ApiKey.firm_id == firm_id, ApiKey.utility == utility, living(at))
        .order_by(ApiKey.created_at.desc(), ApiKey.key_id.desc())
    ).all()


def locked_of_firm(
    session: Session, key_id: str, firm_id: str, utility: str, at: datetime
) -> ApiKey:
    """One of them, locked. Raises ApiKeyNotFound."""
    found = session.scalars(
        select(ApiKey)
        .where(
            ApiKey.key_id == key_id,
            ApiKey.firm_id == firm_id,
            ApiKey.utility == utility,
            living(at),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise ApiKeyNotFound
    return found


def by_secret(session: Session, secret: str, at: datetime) -> tuple[ApiKey, Firm, FirmAtUtility]:
    """The living key of an approved firm. Raises SessionEnded: a suspended firm's keys are shut."""
    row = session.execute(
        select(ApiKey, Firm, FirmAtUtility)
        .join(Firm, Firm.firm_id == ApiKey.firm_id)
        .join(
            FirmAtUtility,
            (FirmAtUtility.firm_id == ApiKey.firm_id) & (FirmAtUtility.utility == ApiKey.utility),
        )
        .where(
            ApiKey.secret_hash == secret_hash(secret),
            living(at),
            FirmAtUtility.status == "approved",
        )
    ).one_or_none()
    if row is None:
        raise SessionEnded
    return row[0], row[1], row[2]


def locked_expiring(session: Session, at: datetime, within: timedelta) -> Sequence[ApiKey]:
    """Living keys that run out soon and whose firm has not been told."""
    return session.scalars(
        select(ApiKey)
        .where(living(at), ApiKey.expires_at <= at + within, ApiKey.warned_at.is_(None))
        .order_by(ApiKey.expires_at)
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()


def forget_old(session: Session, at: datetime) -> int:
    """Erase keys a year after they could last be used; the trail keeps what they did."""
    gone = delete(ApiKey).where(ApiKey.expires_at < at - REMEMBERED)
    return len(session.execute(gone.returning(ApiKey.key_id)).all())
