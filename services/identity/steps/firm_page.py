"""A firm with all that is known of it at this utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.types.firms import FirmView
from services.identity.model import Firm, FirmAtUtility
from services.identity.store import enhetsregisteret, people, similar_firms
from services.identity.views.firms import firm_view


def firm_page(work: Work, firm: Firm, known: FirmAtUtility, *, with_people: bool) -> FirmView:
    """Profile, what the register last said, and the firm's people when the reader may see them."""
    registry = enhetsregisteret.remembered(work.session, [firm.orgnr]).get(firm.orgnr)
    members = people.members(work.session, firm.firm_id, known.utility) if with_people else []
    staff = work.actor.audience == "operator"
    similar = similar_firms.like(work.session, firm, known.utility) if staff else []
    return firm_view(firm, known, registry, members, similar)
