"""Somebody's place in a firm, or post at a utility, ends."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.db.work import Work
from services.identity.steps.standing import (
    end_everywhere,
    ensure_firm_is_administered,
    ensure_utility_is_administered,
    tell_place,
    tell_post,
    withdraw_invitations,
)
from services.identity.store import staff, users
from services.identity.store.staff import Post
from services.identity.store.users import Place


def take_out_of_firm(work: Work, place: Place, what: Literal["removed", "left"]) -> None:
    """The person is told, their sessions end. Raises LastAdministrator."""
    before = _counting(place.membership.roles, place.membership.locked_at)
    work.session.delete(place.membership)
    ensure_firm_is_administered(work, place, before=before)
    end_everywhere(work, place.person, "locked")
    withdraw_invitations(work, place.person, place.firm.firm_id, place.firm.utility)
    tell_place(work, place, what)


def take_from_post(work: Work, post: Post, what: Literal["removed", "left"]) -> None:
    """The person is told, their sessions end. Raises LastAdministrator."""
    before = _counting(post.staff.roles, post.staff.locked_at)
    work.session.delete(post.staff)
    ensure_utility_is_administered(work, post, before=before)
    end_everywhere(work, post.person, "locked")
    withdraw_invitations(work, post.person, None, post.staff.utility)
    tell_post(work, post, what)


def leave_every_place(work: Work, person_id: str) -> None:
    """In a steady order of turns, so that two who leave wait for each other and never in a ring.

    Raises LastAdministrator.
    """
    for firm_id, utility in users.places_of(work.session, person_id):
        users.take_turn(work.session, f"{firm_id}@{utility}")
        place = users.locked_place(work.session, person_id, firm_id, utility)
        before = _counting(place.membership.roles, place.membership.locked_at)
        work.session.delete(place.membership)
        ensure_firm_is_administered(work, place, before=before)
    for utility in staff.utilities_of(work.session, person_id):
        users.take_turn(work.session, utility)
        post = staff.locked_post(work.session, person_id, utility)
        before = _counting(post.staff.roles, post.staff.locked_at)
        work.session.delete(post.staff)
        ensure_utility_is_administered(work, post, before=before)


def _counting(roles: list[str], locked_at: datetime | None) -> list[str]:
    """The roles that count when somebody leaves: a locked administrator was none."""
    return list(roles) if locked_at is None else []
