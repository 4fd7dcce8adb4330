"""Somebody new, invited, names themselves."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import mask_phone
from services.identity.catalogue.common_passwords import is_common
from services.identity.contract.errors import AccountExists
from services.identity.contract.operations.invitations import BeginJoining
from services.identity.contract.types.invitations import JoiningStep
from services.identity.domain.passwords import ensure_good
from services.identity.settings import identity_settings
from services.identity.steps import limits
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.store import hashing, invitations, people, users
from services.identity.views.users import warnings_of


def begin_joining(request: BeginJoining, work: Work) -> JoiningStep:
    """Kept with the invitation; nothing is enrolled until the code has come back.

    An address that has an account keeps its password and mobile: AccountExists. Raises
    LinkExpired, WeakPassword, TooManySends.
    """
    invitation = invitations.open_by_token(work.session, request.token, work.now)
    if people.by_email(work.session, invitation.email) is not None:
        raise AccountExists
    ensure_good(request.password, personal=(request.name, invitation.email), common=is_common)
    limits.claim_before_password(work, request.caller.address)
    invitation.password = hashing.hashed(request.password)
    invitation.name, invitation.mobile = request.name, request.mobile
    invitation.language = request.language
    send_code(work, CodeTo.of_invitation(invitation))
    shared = users.mobile_in_use(work.session, request.mobile)
    return JoiningStep(
        hint=mask_phone(request.mobile),
        resend_after=identity_settings().resend_seconds,
        warnings=warnings_of(invitation.email, mobile_shared=shared),
    )
