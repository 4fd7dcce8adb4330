"""Somebody with a link from their mail sets a new password."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.errors import LinkExpired
from services.identity.contract.operations.passwords import ResetPassword
from services.identity.steps.passwords import password_subject, set_password
from services.identity.store import guards, people, resets


def reset_password(request: ResetPassword, work: Work) -> Nothing:
    """Sets the password and nothing else: no session opens, the second factor stays, and what was
    counted against its codes too. Raises LinkExpired, WeakPassword (the link still works then).
    """
    link = resets.use(work.session, request.token, work.now)
    person = people.locked(work.session, link.person_id)
    if not person.active:
        raise LinkExpired
    set_password(work, person, request.password, how="reset", utility=link.utility, keep="")
    guards.succeeded(work.session, password_subject(person.email), work.now)
    return Nothing()
