"""A person's password is another from now on."""

from __future__ import annotations

from typing import Literal

from services.chassis.db.work import Work
from services.chassis.keyed_hash import keyed_hash
from services.identity.catalogue.common_passwords import is_common
from services.identity.contract.events.factors import PasswordChanged
from services.identity.domain.passwords import ensure_good
from services.identity.model import Person
from services.identity.steps.secured import end_others
from services.identity.steps.tell import owner_of
from services.identity.store import hashing, resets


def password_subject(email: str) -> str:
    """What failed passwords count against: the address, known or not."""
    return f"password:{keyed_hash('login-address', email.lower())}"


def set_password(
    work: Work,
    person: Person,
    password: str,
    *,
    how: Literal["changed", "reset"],
    utility: str,
    keep: str,
) -> None:
    """Every link and every session but the one kept ends, and both contacts are told.

    Raises WeakPassword.
    """
    ensure_good(password, personal=(person.name, person.email), common=is_common)
    person.password = hashing.hashed(password)
    resets.void(work.session, person.person_id, work.now)
    end_others(work, person, keep=keep)
    work.emit(
        PasswordChanged.model_validate({**owner_of(person), "how": how, "mobile": person.mobile}),
        utility=utility,
    )
