"""Somebody new, invited, asks for another SMS code."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.errors import LinkExpired
from services.identity.contract.operations.invitations import ResendJoiningCode
from services.identity.steps import limits
from services.identity.steps.send_code import CodeTo, ensure_resend_is_due, send_code
from services.identity.store import invitations


def resend_joining_code(request: ResendJoiningCode, work: Work) -> Nothing:
    """Void the old code and send a new one; what was counted stays counted.

    Raises LinkExpired, also before a mobile was named, and TooManySends.
    """
    invitation = invitations.open_by_token(work.session, request.token, work.now)
    if invitation.mobile is None:
        raise LinkExpired
    ensure_resend_is_due(work, "invitation", invitation.invitation_id)
    limits.claim_before_password(work, request.caller.address)
    send_code(work, CodeTo.of_invitation(invitation))
    return Nothing()
