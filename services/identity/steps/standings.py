"""Where a firm stands with each utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.types.firm_profile import FirmStanding, FirmStandings
from services.identity.model import FirmAtUtility, Utility
from services.identity.store import firms, utilities


def standings(work: Work) -> FirmStandings:
    """Of the firm acted for: only its own, wherever it has asked."""
    firm_id = work.actor.firm_id
    known = {at.utility: at for at in firms.everywhere(work.session, firm_id)}
    return FirmStandings(
        items=[_standing(view, known.get(view.utility)) for view in utilities.every(work.session)]
    )


def _standing(utility: Utility, known: FirmAtUtility | None) -> FirmStanding:
    return FirmStanding.model_validate(
        {
            "utility": utility.utility,
            "name": utility.name,
            "status": known.status if known else None,
            "asked_at": known.asked_at if known else None,
            "reason": known.reason if known else "",
        }
    )
