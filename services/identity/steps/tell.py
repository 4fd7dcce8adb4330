"""Tell others about people and firms as they now are, with a revision that only grows."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.firms import (
    FirmApproved,
    FirmChanged,
    FirmMerged,
    FirmRegistered,
    FirmRejected,
    FirmSuspended,
    SuspensionLifted,
)
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.types.people import FirmPlace, StaffPost
from services.identity.model import Firm, FirmAtUtility, Person
from services.identity.store import firms, people
from services.identity.views.firms import firm_emails


def tell_person(work: Work, person: Person, utility: str) -> None:
    """Who the person is and how to reach them, from now on."""
    work.session.flush()
    person = people.locked(work.session, person.person_id)
    person.revision += 1
    places = people.firms_of(work.session, person.person_id)
    posts = people.posts_of(work.session, person.person_id)
    work.emit(
        PersonChanged(
            person_id=person.person_id,
            revision=person.revision,
            name=person.name,
            email=person.email,
            mobile=person.mobile,
            language=person.language,
            firm_ids=sorted({place.firm.firm_id for place in places}),
            staff_of=[post.utility for post in posts],
            staff_roles=sorted({role for post in posts for role in post.roles}),
            active=person.active,
            firms=[
                FirmPlace(
                    firm_id=place.firm.firm_id,
                    utility=place.firm.utility,
                    roles=place.membership.roles,
                )
                for place in places
            ],
            posts=[StaffPost(utility=post.utility, roles=post.roles) for post in posts],
        ),
        utility=utility,
    )


def owner_of(person: Person) -> dict[str, object]:
    """Whom to tell of what happened to an account."""
    return {"person_id": person.person_id, "email": person.email, "language": person.language}


def tell_registered(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    """The firm waits for approval."""
    work.emit(
        FirmRegistered.model_validate(
            {
                **_facts(firm, known),
                "municipality": known.municipality,
                "professions": known.professions,
                "language": known.language,
            }
        ),
        utility=known.utility,
    )


def tell_approved(work: Work, firm: Firm, known: FirmAtUtility, note: str = "") -> None:
    """The firm was let in."""
    work.emit(
        FirmApproved.model_validate(
            {
                **_facts(firm, known),
                "professions": known.professions,
                "language": known.language,
                "note": note,
            }
        ),
        utility=known.utility,
    )


def tell_rejected(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    """The firm was turned down, with the reason it is told."""
    work.emit(
        FirmRejected.model_validate(
            {**_facts(firm, known), "language": known.language, "reason": known.reason}
        ),
        utility=known.utility,
    )


def tell_changed(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    """Name, contacts, professions or status are new."""
    work.emit(
        FirmChanged.model_validate(
            {
                **_facts(firm, known),
                "status": known.status,
                "professions": known.professions,
                "language": known.language,
            }
        ),
        utility=known.utility,
    )


def tell_suspended(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    """The firm was stopped, with the reason it is told."""
    said = {**_facts(firm, known), "language": known.language, "reason": known.reason}
    work.emit(FirmSuspended.model_validate(said), utility=known.utility)


def tell_lifted(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    """The firm may send in again."""
    said = {**_facts(firm, known), "language": known.language}
    work.emit(SuspensionLifted.model_validate(said), utility=known.utility)


def tell_merged(work: Work, gone: firms.Row, into: firms.Row) -> None:
    """The one firm is the other from now on."""
    said = {
        **_facts(*gone),
        "into": into[0].firm_id,
        "into_orgnr": into[0].orgnr,
        "into_name": into[1].name,
        "emails": firm_emails(into[1]),
        "language": into[1].language,
    }
    work.emit(FirmMerged.model_validate(said), utility=into[1].utility)


def _facts(firm: Firm, known: FirmAtUtility) -> dict[str, object]:
    """What every event of a firm says; the caller holds the firm's lock."""
    firm.revision += 1
    return {
        "firm_id": firm.firm_id,
        "orgnr": firm.orgnr,
        "name": known.name,
        "revision": firm.revision,
        "emails": firm_emails(known),
    }
