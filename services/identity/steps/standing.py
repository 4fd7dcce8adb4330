"""What happens when somebody's place in a firm, or post at a utility, changes."""

from __future__ import annotations

from collections.abc import Mapping

from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.identity.contract.errors import LastAdministrator
from services.identity.contract.events.invitations import InvitationWithdrawn
from services.identity.contract.events.standing import StandingChange, StandingChanged
from services.identity.domain import administering
from services.identity.model import Person
from services.identity.steps.sessions import Why, end_session
from services.identity.steps.tell import tell_person
from services.identity.store import (
    attempts,
    invitations,
    login_sessions,
    staff,
    users,
    utilities,
)
from services.identity.store.staff import Post
from services.identity.store.users import Place


def place_to_change(work: Work, person_id: str, firm_id: str) -> Place:
    """Somebody's place in one's own firm, or in any at the utility for its administrators.

    One change at a time in a firm, and the caller is asked anew: an administrator who was removed
    a moment ago removes nobody. Raises NotForYou, UserNotFound.
    """
    actor = work.actor
    administering.ensure_may_administer_users(actor)
    if actor.audience == "contractor":
        firm_id = actor.firm_id
    users.take_turn(work.session, f"{firm_id}@{actor.utility}")
    if actor.audience == "contractor" and actor.user_id not in users.administrators(
        work.session, firm_id, actor.utility
    ):
        raise NotForYou
    return users.locked_place(work.session, person_id, firm_id, actor.utility)


def post_to_change(work: Work, person_id: str) -> Post:
    """Somebody's post at one's own utility, in the same way. Raises NotForYou, UserNotFound."""
    actor = work.actor
    users.take_turn(work.session, actor.utility)
    if actor.user_id not in staff.administrators(work.session, actor.utility):
        raise NotForYou
    return staff.locked_post(work.session, person_id, actor.utility)


def ensure_firm_is_administered(work: Work, place: Place, *, before: list[str]) -> None:
    """After the change somebody is left; `before` are the roles the person had.

    Raises LastAdministrator.
    """
    work.session.flush()
    firm = place.firm
    if "firm_admin" in before and not users.administrators(
        work.session, firm.firm_id, firm.utility
    ):
        raise LastAdministrator


def ensure_utility_is_administered(work: Work, post: Post, *, before: list[str]) -> None:
    """The same for the utility's own administrators. Raises LastAdministrator."""
    work.session.flush()
    if "administrator" in before and not staff.administrators(work.session, post.staff.utility):
        raise LastAdministrator


def tell_place(work: Work, place: Place, what: StandingChange) -> None:
    """The person concerned hears it, and every service who they now are."""
    firm = place.firm
    where = {"firm_id": firm.firm_id, "place": firm.name, "roles": place.membership.roles}
    _tell(work, place.person, what, where)
    tell_person(work, place.person, firm.utility)


def tell_post(work: Work, post: Post, what: StandingChange) -> None:
    """The same for a post."""
    utility = utilities.known(work.session, post.staff.utility)
    where = {"firm_id": "", "place": utility.name, "roles": post.staff.roles}
    _tell(work, post.person, what, where)
    tell_person(work, post.person, utility.utility)


def end_everywhere(work: Work, person: Person, why: Why) -> None:
    """Every session on both portals ends, and no login under way gets further."""
    attempts.void_all(work.session, person.person_id, work.now)
    for held in login_sessions.own(work.session, person.person_id, work.now):
        end_session(work, held, why)


def withdraw_invitations(work: Work, person: Person, firm_id: str | None, utility: str) -> None:
    """Whoever may not invite there any more leaves no open invitations behind."""
    gone = invitations.withdraw_by(work.session, person.person_id, firm_id, utility, work.now)
    for invitation_id in gone:
        work.emit(InvitationWithdrawn(invitation_id=invitation_id), utility=utility)


def _tell(work: Work, person: Person, what: StandingChange, where: Mapping[str, object]) -> None:
    told = {"person_id": person.person_id, "what": what, "email": person.email}
    work.emit(StandingChanged.model_validate({**told, "language": person.language, **where}))
