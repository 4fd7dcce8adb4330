"""A registrar makes one firm of two."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotOpen, SameFirm
from services.identity.contract.operations.firms import MergeFirm
from services.identity.contract.types.firms import FirmView
from services.identity.domain import access
from services.identity.steps.firm_page import firm_page
from services.identity.steps.guarding import ensure_stepped_up
from services.identity.steps.merging import hand_over
from services.identity.steps.tell import tell_changed, tell_merged, tell_person
from services.identity.store import firms, people

GOES_ON = ("waiting", "approved")
CAN_GO = (*GOES_ON, "suspended")


def merge_firm(request: MergeFirm, work: Work) -> FirmView:
    """People, keys, invitations, proofs and professions move; running cases follow the event.

    Only at the registrar's own utility: others decide for themselves. Raises NotForYou,
    StepUpNeeded, SameFirm, FirmNotFound, and FirmNotOpen when one of them is no living firm here.
    """
    access.ensure_registrar(work.actor)
    ensure_stepped_up(work)
    if request.firm_id == request.into:
        raise SameFirm
    gone, into = _both(request, work)
    for (_, known), allowed in ((gone, CAN_GO), (into, GOES_ON)):
        if known.status not in allowed:
            raise FirmNotOpen(status=known.status)
    moved = hand_over(work, gone[1], into[1])
    known = gone[1]
    known.status, known.merged_into, known.reason = "merged", into[0].firm_id, ""
    known.decided_at, known.decided_by = work.now, work.actor.user_id
    work.session.flush()
    tell_merged(work, gone, into)
    tell_changed(work, *into)
    for person_id in moved:
        tell_person(work, people.by_id(work.session, person_id), work.actor.utility)
    return firm_page(work, *into, with_people=True)


def _both(request: MergeFirm, work: Work) -> tuple[firms.Row, firms.Row]:
    """Locked in the order of their ids, so that two merges never wait for each other."""
    found = {
        firm_id: firms.known(work.session, firm_id, work.actor.utility, lock=True)
        for firm_id in sorted((request.firm_id, request.into))
    }
    return found[request.firm_id], found[request.into]
