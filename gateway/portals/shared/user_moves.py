"""What an administrator does with somebody's place, from a page to a request."""

from __future__ import annotations

from typing import Any

from gateway.portals.shared.forms import Posted, built
from gateway.refusals import PageNotFound
from services.chassis.messages import Request
from services.identity.contract.operations.staff import (
    AskStaffPhoneRelease,
    ChangeStaffRoles,
    LockStaff,
    RemoveStaff,
    UnlockStaff,
)
from services.identity.contract.operations.users import (
    ChangeUserRoles,
    LockUser,
    ReleasePhone,
    RemoveUser,
    UnlockUser,
)

_IN_FIRM: dict[str, type[Request[Any]]] = {
    "roller": ChangeUserRoles,
    "sperr": LockUser,
    "apne": UnlockUser,
    "fjern": RemoveUser,
    "mobil": ReleasePhone,
}
_ON_STAFF: dict[str, type[Request[Any]]] = {
    "roller": ChangeStaffRoles,
    "sperr": LockStaff,
    "apne": UnlockStaff,
    "fjern": RemoveStaff,
    "mobil": AskStaffPhoneRelease,
}


def move_in_firm(what: str, person_id: str, firm_id: str, form: Posted) -> Request[Any]:
    """The request of a button on somebody's page. Refuses PageNotFound, InvalidRequest."""
    return _move(_IN_FIRM, what, {"person_id": person_id, "firm_id": firm_id}, form)


def move_on_staff(what: str, person_id: str, form: Posted) -> Request[Any]:
    """The same for somebody of the staff."""
    return _move(_ON_STAFF, what, {"person_id": person_id}, form)


def _move(
    moves: dict[str, type[Request[Any]]], what: str, values: dict[str, Any], form: Posted
) -> Request[Any]:
    if what not in moves:
        raise PageNotFound
    if what == "roller":
        values["roles"] = form.all("roles")
    if what == "mobil":
        values["checked"] = form.text("checked")
    return built(moves[what], values)
