"""Somebody's place in a firm, or post at a utility, ends."""

from __future__ import annotations

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
from services.identity.store.staff import Post
from services.identity.store.users import Place


def take_out_of_firm(work: Work, place: Place, what: Literal["removed", "left"]) -> None:
    """The person is told, their sessions end. Raises LastAdministrator."""
    before = list(place.membership.roles)
    work.session.delete(place.membership)
    ensure_firm_is_administered(work, place, before=before)
    end_everywhere(work, place.person, "locked")
    withdraw_invitations(work, place.person, place.firm.firm_id, place.firm.utility)
    tell_place(work, place, what)


def take_from_post(work: Work, post: Post, what: Literal["removed", "left"]) -> None:
    """The person is told, their sessions end. Raises LastAdministrator."""
    before = list(post.staff.roles)
    work.session.delete(post.staff)
    ensure_utility_is_administered(work, post, before=before)
    end_everywhere(work, post.person, "locked")
    withdraw_invitations(work, post.person, None, post.staff.utility)
    tell_post(work, post, what)
