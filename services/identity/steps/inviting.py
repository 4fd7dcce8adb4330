"""Invitations are sent within limits, and lead to a place once."""

from __future__ import annotations

from datetime import timedelta

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.seal import seal
from services.identity.contract.errors import FirmNotOpen, InvitationNotOpen
from services.identity.contract.events.invitations import (
    InvitationAccepted,
    InvitationSent,
    InvitationWithdrawn,
)
from services.identity.contract.types.invitations import InvitationRow, Joined
from services.identity.contract.types.words import Language
from services.identity.domain import access, administering
from services.identity.model import FirmAtUtility, Invitation, Person
from services.identity.settings import identity_settings
from services.identity.steps import limits
from services.identity.steps.standing import tell_place, tell_post
from services.identity.store import firms, invitations, people, sends, staff, users, utilities
from services.identity.store.sends import Limit
from services.identity.views.invitations import invitation_row

OPEN_TO_PEOPLE = ("waiting", "approved")
DAY = timedelta(days=1)


def firm_to_people(work: Work, firm_id: str) -> FirmAtUtility:
    """One's own firm, or the one named at the utility, if it may take in people.

    Raises NotForYou, FirmNotFound, FirmNotOpen.
    """
    administering.ensure_may_administer_users(work.actor)
    own = work.actor.firm_id if work.actor.audience == "contractor" else firm_id
    _, known = firms.known(work.session, own, work.actor.utility)
    if known.status not in OPEN_TO_PEOPLE:
        raise FirmNotOpen(status=known.status)
    return known


def invite(
    work: Work, email: str, roles: list[str], language: Language, firm: FirmAtUtility | None
) -> InvitationRow:
    """A link is sent; an open invitation to the same address and place is replaced.

    The work is the same whether or not the address has an account. Raises TooManySends.
    """
    utility, firm_id = work.actor.utility, firm.firm_id if firm else None
    for replaced in invitations.withdraw_to(work.session, email, firm_id, utility, work.now):
        work.emit(InvitationWithdrawn(invitation_id=replaced))
    account = people.by_email(work.session, email)
    invitation = Invitation(
        invitation_id=ids.new_id(),
        utility=utility,
        firm_id=firm_id,
        email=email,
        roles=sorted(set(roles)),
        language=language,
        invited_by=work.actor.user_id,
        inviter_name=work.actor.name,
        token_hash="",
        created_at=work.now,
        person_id=account.person_id if account else ids.new_id(),
    )
    _send(work, invitation, firm)
    work.session.add(invitation)
    work.session.flush()
    return row_of(work, invitation)


def send_again(work: Work, invitation: Invitation) -> None:
    """A fresh link for another 48 hours. Raises TooManySends, FirmNotOpen."""
    pause = timedelta(seconds=identity_settings().resend_seconds)
    limits.ensure_passed(work, invitation.sent_at + pause)
    firm = firm_to_people(work, invitation.firm_id) if invitation.firm_id else None
    _send(work, invitation, firm)


def own_invitation(work: Work, invitation_id: str) -> Invitation:
    """One of those the caller administers, not accepted and not withdrawn.

    Raises NotForYou, InvitationNotFound, InvitationNotOpen.
    """
    actor = work.actor
    administering.ensure_may_administer_users(actor)
    invitation = invitations.locked(
        work.session,
        invitation_id,
        actor.utility,
        firm_id=actor.firm_id if actor.audience == "contractor" else None,
    )
    if invitation.firm_id is None:
        access.ensure_administrator(actor)
    state = row_of(work, invitation).state
    if state in ("accepted", "withdrawn"):
        raise InvitationNotOpen(state=state)
    return invitation


def row_of(work: Work, invitation: Invitation) -> InvitationRow:
    """As its sender sees it."""
    return invitation_row(invitation, place_name(work, invitation), work.now)


def place_name(work: Work, invitation: Invitation) -> str:
    """The firm's name, or the utility's."""
    if invitation.firm_id is None:
        return utilities.known(work.session, invitation.utility).name
    return firms.known(work.session, invitation.firm_id, invitation.utility)[1].name


def join(work: Work, invitation: Invitation, person: Person) -> Joined:
    """The place is taken, once; one that is there already stays as it is.

    Raises FirmNotOpen when the firm was stopped meanwhile.
    """
    invitation.accepted_at, invitation.person_id = work.now, person.person_id
    invitation.name = invitation.mobile = invitation.password = None
    name = place_name(work, invitation)
    if invitation.firm_id:
        _join_firm(work, invitation, invitation.firm_id, person)
    else:
        _take_post(work, invitation, person)
    work.emit(
        InvitationAccepted(invitation_id=invitation.invitation_id, person_id=person.person_id),
        utility=invitation.utility,
    )
    return Joined(
        portal="contractor" if invitation.firm_id else "operator",
        place=name,
        firm_id=invitation.firm_id or "",
        utility=invitation.utility,
    )


def _join_firm(work: Work, invitation: Invitation, firm_id: str, person: Person) -> None:
    _, known = firms.known(work.session, firm_id, invitation.utility)
    if known.status not in OPEN_TO_PEOPLE:
        raise FirmNotOpen(status=known.status)
    if not users.is_member(work.session, person.email, firm_id, invitation.utility):
        people.join_firm(
            work.session, person.person_id, firm_id, invitation.utility, invitation.roles
        )
        place = users.locked_place(work.session, person.person_id, firm_id, invitation.utility)
        tell_place(work, place, "joined")


def _take_post(work: Work, invitation: Invitation, person: Person) -> None:
    if not staff.is_staff(work.session, person.email, invitation.utility):
        people.take_post(work.session, person.person_id, invitation.utility, invitation.roles)
        tell_post(
            work, staff.locked_post(work.session, person.person_id, invitation.utility), "joined"
        )


def _send(work: Work, invitation: Invitation, firm: FirmAtUtility | None) -> None:
    sender = f"{invitation.firm_id or 'staff'}@{invitation.utility}"
    daily = Limit(identity_settings().invitations_day, DAY)
    sends.claim(work.session, sends.subject("invitations", sender), [daily], work.now)
    limits.claim_mail(work, invitation.email)
    token = ids.secret()
    invitation.token_hash = invitations.token_hash(token)
    invitation.sent_at = work.now
    invitation.expires_at = work.now + administering.INVITATION
    work.emit(
        InvitationSent.model_validate(
            {
                "invitation_id": invitation.invitation_id,
                "person_id": invitation.person_id,
                "firm_id": invitation.firm_id or "",
                "place": firm.name
                if firm
                else utilities.known(work.session, invitation.utility).name,
                "roles": invitation.roles,
                "inviter": work.actor.name,
                "portal": "contractor" if firm else "operator",
                "email": invitation.email,
                "path": "/invitasjon/{token}",
                "sealed_token": seal(token),
                "expires_at": invitation.expires_at,
                "language": invitation.language,
            }
        ),
        utility=invitation.utility,
    )
