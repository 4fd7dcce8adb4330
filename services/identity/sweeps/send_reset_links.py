"""Links for forgotten passwords are sent, to addresses that turn out to be somebody's."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.errors import TooManySends
from services.identity.contract.types.words import Portal
from services.identity.domain.lifetimes import PASSWORD_RESET
from services.identity.model import Person, ResetRequest
from services.identity.steps.admission import may_use
from services.identity.steps.send_link import LinkTo, send_link
from services.identity.store import people, resets


def send_reset_links(work: Work) -> int:
    """Take what waits; how many. An address nobody has, or with too many mails today, gets none."""
    waiting = resets.take_waiting(work.session)
    for request in waiting:
        person = people.by_email(work.session, request.email)
        portal: Portal = request.portal  # type: ignore[assignment] # validated when it was written
        if person is not None and may_use(work, person, portal):
            _send(work, request, person)
    return len(waiting)


def _send(work: Work, request: ResetRequest, person: Person) -> None:
    token = ids.secret()
    to = LinkTo(
        purpose="password_reset",
        person_id=person.person_id,
        email=person.email,
        language=person.language,  # type: ignore[arg-type] # validated when it was written
        portal=request.portal,  # type: ignore[arg-type] # validated when it was written
        utility=request.utility,
        path="/nytt-passord?kode={token}",
        expires_at=work.now + PASSWORD_RESET,
    )
    try:
        send_link(work, to, token)
    except TooManySends:
        return
    resets.keep(work.session, person.person_id, request.utility, token, work.now)
