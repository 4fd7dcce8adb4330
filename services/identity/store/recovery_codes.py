"""Recovery codes: keyed hashes, each used by one UPDATE, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import WrongCode
from services.identity.domain.recovery_codes import written
from services.identity.model import RecoveryCode
from services.identity.store.codes import COMPARED


def keep(session: Session, person_id: str, made: Iterable[str], at: datetime) -> None:
    """These instead of the earlier ones; only their hashes."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    session.add_all(
        RecoveryCode(person_id=person_id, hash=_hash(person_id, code), made_at=at) for code in made
    )
    session.flush()


def use(session: Session, person_id: str, code: str, at: datetime) -> None:
    """Use it up. Raises WrongCode for a wrong or used one."""
    COMPARED.labels("recovery").inc()
    taken = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == person_id,
            RecoveryCode.hash == _hash(person_id, code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=at)
        .returning(RecoveryCode.hash)
    ).scalar_one_or_none()
    if taken is None:
        raise WrongCode


def left(session: Session, person_id: str) -> int:
    """How many are unused."""
    unused = select(func.count()).where(
        RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None)
    )
    return session.execute(unused).scalar_one()


def _hash(person_id: str, code: str) -> str:
    return keyed_hash("recovery-code", f"{person_id}:{written(code)}")
