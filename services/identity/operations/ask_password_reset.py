"""Somebody has forgotten a password, or says so."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.passwords import AskPasswordReset
from services.identity.steps import limits
from services.identity.store import resets, utilities


def ask_password_reset(request: AskPasswordReset, work: Work) -> Nothing:
    """Only noted here: nobody looks whether the address is known before it is answered, so the
    answer and its time say nothing. A sweep sends the link. Raises TooManySends for the network
    address alone, and UnknownUtility.
    """
    utilities.known(work.session, request.utility)
    limits.claim_before_password(work, request.caller.address)
    resets.ask(work.session, request.email, request.portal, request.utility, work.now)
    return Nothing()
