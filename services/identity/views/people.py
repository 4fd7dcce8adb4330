"""A person for that person."""

from __future__ import annotations

from collections.abc import Sequence

from services.chassis.norway import mask_phone
from services.identity.contract.types.people import FirmOfPerson, PersonView
from services.identity.domain.acting import Acting
from services.identity.model import Person, Staff
from services.identity.store.people import FirmRole


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
