"""Somebody new, invited, proves their mobile."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import AccountExists, LinkExpired
from services.identity.contract.operations.invitations import ConfirmJoining
from services.identity.contract.types.invitations import Joined
from services.identity.model import Invitation, Person
from services.identity.steps.inviting import join
from services.identity.steps.verify_code import verify_code
from services.identity.store import invitations, people


def confirm_joining(request: ConfirmJoining, work: Work) -> Joined:
    """Address and mobile are proven: the account is made and the place taken.

    Raises LinkExpired, AccountExists when one was made meanwhile, WrongCode, CodeExpired,
    TooManyTries.
    """
    invitation = invitations.open_by_token(work.session, request.token, work.now)
    if invitation.mobile is None:
        raise LinkExpired
    key = invitation.invitation_id
    verify_code(work, "invitation", key, f"invitation:{key}", request.code)
    if people.by_email(work.session, invitation.email) is not None:
        raise AccountExists
    return join(work, invitation, _account(work, invitation))


def _account(work: Work, invitation: Invitation) -> Person:
    person = Person(
        person_id=invitation.person_id,
        name=invitation.name,
        email=invitation.email,
        mobile=invitation.mobile,
        mobile_changed_at=work.now,
        password=invitation.password,
        language=invitation.language,
        active=True,
        revision=0,
        created_at=work.now,
    )
    work.session.add(person)
    work.session.flush()
    return person
