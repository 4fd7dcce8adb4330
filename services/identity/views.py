"""What is shown of people, firms and sessions."""

from __future__ import annotations

from collections.abc import Sequence

from services.chassis.messages import Actor
from services.chassis.norway import mask_phone
from services.identity.contract.types import (
    FirmEmails,
    FirmOfPerson,
    FirmPerson,
    FirmRow,
    FirmView,
    PersonView,
    RegistrationReceipt,
    RegistryAnswer,
    SessionRow,
    UtilityView,
)
from services.identity.domain.acting import Acting
from services.identity.model import (
    Firm,
    FirmAtUtility,
    LoginSession,
    Person,
    Registration,
    Staff,
    Utility,
)
from services.identity.store.people import FirmRole


def utility_view(utility: Utility) -> UtilityView:
    """A utility as it was configured."""
    return UtilityView.model_validate(
        {name: getattr(utility, name) for name in UtilityView.model_fields}
    )


def receipt(registration: Registration, firm_status: str) -> RegistrationReceipt:
    """Where a registration stands."""
    return RegistrationReceipt.model_validate(
        {
            "registration_id": registration.registration_id,
            "mobile_proven": registration.mobile_proven_at is not None,
            "email_proven": registration.email_proven_at is not None,
            "hint": mask_phone(registration.mobile),
            "firm_status": firm_status,
        }
    )


def person_view(
    person: Person, firms: Sequence[FirmRole], posts: Sequence[Staff], acting: Acting
) -> PersonView:
    """A person for that person: all their firms, and the roles of the post they act in."""
    here = [post for post in posts if post.utility == acting.utility]
    return PersonView.model_validate(
        {
            "person_id": person.person_id,
            "name": person.name,
            "email": person.email,
            "mobile_hint": mask_phone(person.mobile) if person.mobile else "",
            "language": person.language,
            "firms": [_firm_of_person(place) for place in firms],
            "staff_roles": [role for post in here for role in post.roles],
            "utility": acting.utility,
            "firm_id": acting.firm_id,
        }
    )


def _firm_of_person(place: FirmRole) -> FirmOfPerson:
    return FirmOfPerson.model_validate(
        {
            "firm_id": place.firm.firm_id,
            "name": place.firm.name,
            "orgnr": place.orgnr,
            "utility": place.firm.utility,
            "status": place.firm.status,
            "roles": place.membership.roles,
        }
    )


def contractor(person: Person, firms: Sequence[FirmRole], held: LoginSession) -> Actor:
    """The proven caller of the contractor portal: the firm acted for, as it is now."""
    place = next(
        (p for p in firms if (p.firm.firm_id, p.firm.utility) == (held.firm_id, held.utility)), None
    )
    acting_for = (
        {
            "firm_id": place.firm.firm_id,
            "firm_name": place.firm.name,
            "firm_orgnr": place.orgnr,
            "firm_approved": place.firm.status == "approved",
            "roles": place.membership.roles,
            "professions": place.firm.professions,
        }
        if place
        else {}
    )
    return _actor("contractor", person, held, acting_for)


def operator(person: Person, posts: Sequence[Staff], held: LoginSession) -> Actor:
    """The proven caller of the operator portal: the roles of the post they act in, as it is now."""
    roles = [role for post in posts if post.utility == held.utility for role in post.roles]
    return _actor("operator", person, held, {"roles": roles})


def _actor(audience: str, person: Person, held: LoginSession, standing: dict[str, object]) -> Actor:
    return Actor.model_validate(
        {
            "audience": audience,
            "user_id": person.person_id,
            "name": person.name,
            "utility": held.utility,
            "session_id": held.session_id,
            "language": person.language,
            **standing,
        }
    )


def session_row(held: LoginSession, current: str) -> SessionRow:
    """A session for its owner."""
    return SessionRow.model_validate(
        {
            "session_id": held.session_id,
            "portal": held.portal,
            "device": held.device,
            "opened_at": held.opened_at,
            "seen_at": held.seen_at,
            "current": held.session_id == current,
        }
    )


def firm_emails(known: FirmAtUtility) -> FirmEmails:
    """A firm's addresses by purpose."""
    return FirmEmails(post=known.email_post, invoice=known.email_invoice)


def firm_row(firm: Firm, known: FirmAtUtility, registry: RegistryAnswer | None) -> FirmRow:
    """A firm in the registrar's queue."""
    return FirmRow.model_validate(_row(firm, known, registry))


def _row(firm: Firm, known: FirmAtUtility, registry: RegistryAnswer | None) -> dict[str, object]:
    return {
        "firm_id": firm.firm_id,
        "name": known.name,
        "orgnr": firm.orgnr,
        "municipality": known.municipality,
        "status": known.status,
        "professions": known.professions,
        "waiting_since": known.asked_at if known.status == "waiting" else None,
        "registry": registry,
    }


def firm_view(
    firm: Firm,
    known: FirmAtUtility,
    registry: RegistryAnswer | None,
    people: Sequence[tuple[Person, list[str]]],
) -> FirmView:
    """A firm with its contacts, and the people the reader may see."""
    return FirmView.model_validate(
        {
            **_row(firm, known, registry),
            "phone": known.phone,
            "emails": firm_emails(known),
            "people": [
                FirmPerson.model_validate(
                    {
                        "name": person.name,
                        "email": person.email,
                        "mobile": person.mobile or "",
                        "roles": roles,
                    }
                )
                for person, roles in people
            ],
            "reason": known.reason,
        }
    )
