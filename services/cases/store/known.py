"""What identity told of firms and people; an older revision never overwrites a newer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.errors import NoSuchCaseworker
from services.cases.contract.types.parties import PersonRef
from services.cases.model import Case, KnownFirm, KnownPerson, KnownUtility
from services.cases.store import zones
from services.chassis.i18n import Language, as_language
from services.chassis.messages import Actor

STOPPED = ("rejected", "suspended", "merged")


def hear_firm(
    session: Session, firm_id: str, utility: str, revision: int, said: dict[str, Any]
) -> bool:
    """Keep what was said of a firm at a utility; True when it was news."""
    unsaid = {"name": "", "orgnr": "", "status": "waiting", "language": "nb", "professions": []}
    heard = session.execute(
        insert(KnownFirm)
        .values(firm_id=firm_id, utility=utility, revision=revision, **{**unsaid, **said})
        .on_conflict_do_update(
            index_elements=["firm_id", "utility"],
            set_={**said, "revision": revision},
            where=KnownFirm.revision < revision,
        )
        .returning(KnownFirm.firm_id)
    ).one_or_none()
    return heard is not None


def hear_person(session: Session, person_id: str, revision: int, said: dict[str, Any]) -> bool:
    """Keep what was said of a person; True when it was news."""
    heard = session.execute(
        insert(KnownPerson)
        .values(person_id=person_id, revision=revision, **said)
        .on_conflict_do_update(
            index_elements=["person_id"],
            set_={**said, "revision": revision},
            where=KnownPerson.revision < revision,
        )
        .returning(KnownPerson.person_id)
    )
    return heard.one_or_none() is not None


def hear_utility(session: Session, utility: str, sequence: int, *, training: bool) -> None:
    """Keep what was said of a utility; identity's sequence tells older from newer."""
    session.execute(
        insert(KnownUtility)
        .values(utility=utility, sequence=sequence, training=training)
        .on_conflict_do_update(
            index_elements=["utility"],
            set_={"sequence": sequence, "training": training},
            where=KnownUtility.sequence <= sequence,
        )
    )


def is_training(session: Session, utility: str) -> bool:
    """True for a utility that is there for practice."""
    known = select(KnownUtility.training).where(KnownUtility.utility == utility)
    return bool(session.scalar(known))


def is_stopped(session: Session, firm_id: str, utility: str) -> bool:
    """True when identity told that the firm is rejected or suspended at the utility."""
    status = session.scalar(
        select(KnownFirm.status).where(KnownFirm.firm_id == firm_id, KnownFirm.utility == utility)
    )
    return status in STOPPED


def language_of(session: Session, firm_id: str, utility: str) -> Language:
    """The language the firm reads; bokmål until it has said."""
    said = session.scalar(
        select(KnownFirm.language).where(KnownFirm.firm_id == firm_id, KnownFirm.utility == utility)
    )
    return as_language(said or "")


def caseworker(session: Session, actor: Actor, person_id: str) -> PersonRef:
    """Oneself, or a colleague who handles cases at the same utility. Raises NoSuchCaseworker."""
    if person_id in {"", actor.user_id}:
        return PersonRef(person_id=actor.user_id, name=actor.name)
    return handles(session, actor.utility, person_id)


def handles(session: Session, utility: str, person_id: str) -> PersonRef:
    """Somebody who handles cases at the utility. Raises NoSuchCaseworker."""
    person = session.get(KnownPerson, person_id)
    if person is None or not _is_caseworker(person, utility):
        raise NoSuchCaseworker
    return PersonRef(person_id=person_id, name=person.name)


def caseworkers(session: Session, utility: str) -> list[PersonRef]:
    """All of them, by name."""
    people = session.scalars(
        select(KnownPerson)
        .where(
            KnownPerson.active,
            KnownPerson.staff_of.contains([utility]),
            KnownPerson.staff_roles.contains(["caseworker"]),
        )
        .order_by(KnownPerson.name, KnownPerson.person_id)
    )
    return [PersonRef(person_id=person.person_id, name=person.name) for person in people]


def name_default(session: Session, case: Case) -> None:
    """Name the caseworker of the case's zone on it; nobody when they have left."""
    person_id = zones.default_caseworker(session, case.utility, case.zone)
    person = session.get(KnownPerson, person_id) if person_id else None
    fits = person is not None and _is_caseworker(person, case.utility)
    case.caseworker_id = person.person_id if person and fits else None
    case.caseworker_name = person.name if person and fits else None


def _is_caseworker(person: KnownPerson, utility: str) -> bool:
    at_home = utility in person.staff_of and "caseworker" in person.staff_roles
    return person.active and at_home
