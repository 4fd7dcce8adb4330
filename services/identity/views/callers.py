"""The proven caller, as services are told."""

from __future__ import annotations

from collections.abc import Sequence

from services.chassis.messages import Actor
from services.identity.contract.types.login import ActingChoice
from services.identity.domain.api_keys import role_of
from services.identity.model import ApiKey, Firm, FirmAtUtility, LoginSession, Person, Staff
from services.identity.store.people import FirmRole


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


def machine(key: ApiKey, firm: Firm, known: FirmAtUtility) -> Actor:
    """A firm's own software: acts as its key, by the key's name, never more than an applicant."""
    return Actor(
        audience="contractor",
        user_id=key.key_id,
        name=key.name,
        firm_id=firm.firm_id,
        firm_name=known.name,
        firm_orgnr=firm.orgnr,
        firm_approved=known.status == "approved",
        utility=key.utility,
        roles=frozenset({role_of(key.scopes)}),
        professions=frozenset(known.professions),
        session_id=key.key_id,
    )


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


def choices_of_firms(firms: Sequence[FirmRole]) -> list[ActingChoice]:
    """The firms one may act for, when there are several."""
    if len(firms) < 2:
        return []
    return [
        ActingChoice(firm_id=p.firm.firm_id, utility=p.firm.utility, name=p.firm.name)
        for p in firms
    ]


def choices_of_staff(posts: Sequence[Staff]) -> list[ActingChoice]:
    """The utilities one works at, when there are several."""
    if len(posts) < 2:
        return []
    return [ActingChoice(firm_id="", utility=post.utility, name="") for post in posts]
