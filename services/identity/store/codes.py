"""One-time codes: kept as keyed hashes, compared only by a check that was counted first."""

from __future__ import annotations

from datetime import datetime

from prometheus_client import Counter
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash, same
from services.identity.contract.errors import CodeExpired, WrongCode
from services.identity.contract.events.secrets import CodePurpose
from services.identity.domain import codes
from services.identity.model import OneTimeCode

COMPARED = Counter("identity_codes_compared", "One-time codes compared with a guess", ["purpose"])


def keep(session: Session, purpose: CodePurpose, bound_to: str, code: str, at: datetime) -> None:
    """The one living code of an attempt; an earlier one is void from now on."""
    fresh = {
        "hash": keyed_hash(f"code:{purpose}", codes.bound(bound_to, code)),
        "checks": 0,
        "issued_at": at,
        "expires_at": at + codes.LIFETIME,
        "used_at": None,
    }
    session.execute(
        insert(OneTimeCode)
        .values(purpose=purpose, bound_to=bound_to, **fresh)
        .on_conflict_do_update(index_elements=["purpose", "bound_to"], set_=fresh)
    )


def check(session: Session, purpose: CodePurpose, bound_to: str, code: str, at: datetime) -> None:
    """Count a check, then compare. Raises CodeExpired without comparing, or WrongCode.

    The count is one conditional UPDATE: of any number of guesses at once, five get through to the
    comparison. Its row lock lasts until the transaction ends, so a right code is used once.
    """
    counted = session.execute(
        update(OneTimeCode)
        .where(
            OneTimeCode.purpose == purpose,
            OneTimeCode.bound_to == bound_to,
            OneTimeCode.used_at.is_(None),
            OneTimeCode.expires_at > at,
            OneTimeCode.checks < codes.MOST_CHECKS,
        )
        .values(checks=OneTimeCode.checks + 1)
        .returning(OneTimeCode.hash, OneTimeCode.checks)
    ).one_or_none()
    if counted is None:
        raise CodeExpired
    COMPARED.labels(purpose).inc()
    guess = keyed_hash(f"code:{purpose}", codes.bound(bound_to, codes.written(code)))
    if not same(counted.hash, guess):
        raise WrongCode(tries_left=codes.MOST_CHECKS - counted.checks)
    session.execute(
        update(OneTimeCode)
        .where(OneTimeCode.purpose == purpose, OneTimeCode.bound_to == bound_to)
        .values(used_at=at)
    )


def forget_expired(session: Session, at: datetime) -> int:
    """Erase codes that can no longer be used."""
    gone = delete(OneTimeCode).where(OneTimeCode.expires_at < at).returning(OneTimeCode.purpose)
    return len(session.execute(gone).all())


def issued_at(session: Session, purpose: CodePurpose, bound_to: str) -> datetime | None:
    """When the living code was sent."""
    return session.scalar(
        select(OneTimeCode.issued_at).where(
            OneTimeCode.purpose == purpose, OneTimeCode.bound_to == bound_to
        )
    )
