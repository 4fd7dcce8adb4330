"""Who may send files to a case; pure."""

from __future__ import annotations

from collections.abc import Mapping

from services.cases.contract.types.words import Ball, Status
from services.chassis.messages import Actor, NotForYou
from services.documents.contract.errors import UploadNotOpen
from services.documents.domain.case_state import takes_files

FIRM_ROLES = ("firm_admin", "applicant", "field_worker")
STAFF_ROLES = ("caseworker", "approver", "zone_operator")


def ensure_may_upload(actor: Actor, status: Status, ball: Ball) -> None:
    """Of those who see the case: people of the firm who act for it, and who handles it.

    Raises NotForYou without such a role, UploadNotOpen when the case takes no more files.
    """
    roles = FIRM_ROLES if actor.audience == "contractor" else STAFF_ROLES
    if not actor.has(*roles):
        raise NotForYou
    if not takes_files(status, ball):
        raise UploadNotOpen


def ensure_own_part(actor: Actor, applicant: str, parties: Mapping[str, str]) -> None:
    """Of firms on another's case, those that contribute. Raises NotForYou."""
    if actor.audience != "contractor" or actor.firm_id == applicant:
        return
    if parties.get(actor.firm_id) != "contribute":
        raise NotForYou
