"""A firm asks one more utility to let it in."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firm_profile import AskUtility
from services.identity.contract.types.firm_profile import FirmStandings
from services.identity.model import FirmAtUtility
from services.identity.steps.firm_profile import own_firm
from services.identity.steps.registering import FIRST_ROLES, ensure_may_register
from services.identity.steps.standings import standings
from services.identity.steps.tell import tell_person, tell_registered
from services.identity.store import firms, people, utilities

CARRIED = (
    "name",
    "municipality",
    "phone",
    "email_post",
    "email_invoice",
    "email_contact",
    "professions",
    "language",
    "language_chosen",
)
"""The profile as it is where the firm asks from; from then on each utility has its own."""


def ask_utility(request: AskUtility, work: Work) -> FirmStandings:
    """It waits there with today's profile, and who asked administers it there.

    Raises FirmNotFound, NotForYou, UnknownUtility, and FirmKnown where it waits or is in already.
    """
    firm, known = own_firm(work, administrator=True)
    utilities.known(work.session, request.utility)
    firm = firms.locked_by_orgnr(work.session, firm.orgnr)
    ensure_may_register(work, firm.orgnr, request.utility)
    there = firms.at_utility(work.session, firm.firm_id, request.utility)
    if there is None:
        there = FirmAtUtility(firm_id=firm.firm_id, utility=request.utility)
    for name in CARRIED:
        setattr(there, name, getattr(known, name))
    there.status, there.reason = "waiting", ""
    there.asked_at = there.confirmed_at = work.now
    there.decided_at = there.decided_by = None
    work.session.add(there)
    work.session.flush()
    person_id = work.actor.user_id
    people.join_firm(work.session, person_id, firm.firm_id, request.utility, FIRST_ROLES)
    tell_registered(work, firm, there)
    tell_person(work, people.by_id(work.session, person_id), request.utility)
    return standings(work)
