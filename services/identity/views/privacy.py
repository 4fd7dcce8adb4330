"""A person's data, for that person."""

from __future__ import annotations

from datetime import datetime

from services.identity.contract.types.privacy import (
    ExportedEntry,
    ExportedInvitation,
    ExportedPlace,
    ExportedProfile,
    ExportedSession,
    PersonExport,
)
from services.identity.model import Invitation, LoginSession, Person
from services.identity.store.export import Kept


def person_export(person: Person, kept: Kept, at: datetime) -> PersonExport:
    """Everything less secrets."""
    return PersonExport(
        made_at=at,
        profile=_profile(person),
        places=_places(kept),
        sessions=[_session(held) for held in kept.sessions],
        invitations=[_invitation(each) for each in kept.invitations],
        second_factors=[*(["sms"] if person.mobile else []), *kept.factors],
        trail=[
            ExportedEntry(
                at=entry.at,
                tag=entry.tag,
                by=entry.actor.get("name") or entry.actor.get("audience", ""),
                utility=entry.utility,
            )
            for entry in kept.trail
        ],
    )


def _profile(person: Person) -> ExportedProfile:
    return ExportedProfile(
        person_id=person.person_id,
        name=person.name,
        email=person.email,
        mobile=person.mobile,
        language=person.language,
        created_at=person.created_at,
        seen_at=person.seen_at,
        mobile_changed_at=person.mobile_changed_at,
        has_password=person.password is not None,
    )


def _places(kept: Kept) -> list[ExportedPlace]:
    firms = [
        ExportedPlace(
            utility=held.utility,
            firm=name,
            orgnr=orgnr,
            roles=held.roles,
            locked_at=held.locked_at,
        )
        for held, name, orgnr in kept.memberships
    ]
    posts = [
        ExportedPlace(
            utility=post.utility, firm="", orgnr="", roles=post.roles, locked_at=post.locked_at
        )
        for post in kept.posts
    ]
    return [*firms, *posts]


def _session(held: LoginSession) -> ExportedSession:
    return ExportedSession(
        portal=held.portal,
        device=held.device,
        opened_at=held.opened_at,
        seen_at=held.seen_at,
        ended_at=held.ended_at,
    )


def _invitation(invitation: Invitation) -> ExportedInvitation:
    return ExportedInvitation(
        to=invitation.email,
        roles=invitation.roles,
        sent_at=invitation.sent_at,
        invited_by=invitation.inviter_name,
        accepted_at=invitation.accepted_at,
    )
