"""Administrators look at the invitations that were sent."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.invitations import ListInvitations
from services.identity.contract.types.invitations import InvitationPage
from services.identity.domain import access, administering
from services.identity.steps.inviting import row_of
from services.identity.store import invitations


def list_invitations(request: ListInvitations, work: Work) -> InvitationPage:
    """Newest first. Those to posts at the utility are for its administrators. Raises NotForYou."""
    actor = work.actor
    administering.ensure_may_administer_users(actor)
    firm_id = actor.firm_id if actor.audience == "contractor" else request.firm_id
    if not firm_id:
        access.ensure_administrator(actor)
    found = invitations.page(
        work.session, actor.utility, firm_id or None, before=request.cursor, limit=request.limit + 1
    )
    shown = found[: request.limit]
    return InvitationPage(
        items=[row_of(work, invitation) for invitation in shown],
        next=shown[-1].invitation_id if len(found) > len(shown) else None,
    )
