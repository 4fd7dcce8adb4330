"""Is it a browser the person has logged in with before? If not, they are told.

The browser is known by a random name in a cookie; see decision 0012.
"""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.events.factors import DeviceSeen
from services.identity.contract.operations.origin import Caller
from services.identity.model import LoginSession, Person
from services.identity.steps.tell import owner_of
from services.identity.store import devices


def meet_device(work: Work, held: LoginSession, person: Person, caller: Caller) -> str:
    """The name the browser goes by from now on; a new one is told of, but for the first ever."""
    if caller.known_as and devices.seen_again(
        work.session, person.person_id, caller.known_as, work.now
    ):
        return caller.known_as
    first = not devices.any_known(work.session, person.person_id)
    name = caller.known_as or ids.secret()
    devices.remember(work.session, person.person_id, name, work.now)
    if not first:
        seen = {"device": held.device, "portal": held.portal, "seen_at": work.now}
        work.emit(DeviceSeen.model_validate({**owner_of(person), **seen}), utility=held.utility)
    return name
