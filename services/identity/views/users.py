"""People in firms and among the staff, for those who administer them."""

from __future__ import annotations

from collections.abc import Sequence

from services.chassis.norway import mask_phone
from services.identity.catalogue.shared_mailboxes import is_shared
from services.identity.contract.types.users import (
    AccountWarning,
    PhoneReleaseRow,
    StaffRow,
    UserRow,
)
from services.identity.model import Person, PhoneRelease
from services.identity.store.staff import Post
from services.identity.store.users import Place


def user_row(place: Place) -> UserRow:
    """Somebody in a firm."""
    return UserRow.model_validate(
        {
            **_who(place.person, place.mobile_shared),
            "roles": place.membership.roles,
            "firm_id": place.firm.firm_id,
            "firm_name": place.firm.name,
            "state": _state(place.person, place.membership.locked_at is not None),
        }
    )


def staff_row(post: Post) -> StaffRow:
    """Somebody of the staff."""
    return StaffRow.model_validate(
        {
            **_who(post.person, post.mobile_shared),
            "roles": post.staff.roles,
            "state": _state(post.person, post.staff.locked_at is not None),
        }
    )


def warnings_of(email: str, *, mobile_shared: bool = False) -> list[AccountWarning]:
    """What whoever invites, or registers, should look at once more."""
    warnings: list[AccountWarning] = []
    if is_shared(email):
        warnings.append("shared_mailbox")
    if mobile_shared:
        warnings.append("mobile_in_use")
    return warnings


def release_row(release: PhoneRelease, name: str, reader: str) -> PhoneReleaseRow:
    """A lost phone that waits for a second person."""
    return PhoneReleaseRow(
        release_id=release.release_id,
        person_id=release.person_id,
        name=name,
        asked_by=release.asker_name,
        asked_at=release.asked_at,
        expires_at=release.expires_at,
        checked=release.checked,
        own=reader in (release.asked_by, release.person_id),
    )


def _who(person: Person, mobile_shared: bool) -> dict[str, object]:
    return {
        "person_id": person.person_id,
        "name": person.name,
        "email": person.email,
        "mobile_hint": mask_phone(person.mobile) if person.mobile else "",
        "seen_at": person.seen_at,
        "warnings": warnings_of(person.email, mobile_shared=mobile_shared),
    }


def _state(person: Person, locked: bool) -> str:
    return "active" if person.active and not locked else "locked"


def next_words(shown: Sequence[Place] | Sequence[Post], *, more: bool) -> list[str] | None:
    """The key of the last row, when there are more."""
    if not more:
        return None
    last = shown[-1]
    key = [last.person.name, last.person.person_id]
    return [*key, last.firm.firm_id] if isinstance(last, Place) else key
