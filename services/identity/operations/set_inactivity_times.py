"""An administrator says when unused accounts of the utility rest and are erased."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.utilities import SetInactivityTimes
from services.identity.contract.types.utilities import InactivityTimes
from services.identity.domain.administering import ensure_administrator
from services.identity.store import utilities


def set_inactivity_times(request: SetInactivityTimes, work: Work) -> InactivityTimes:
    """From now on; what it was stands in the trail. Raises NotForYou."""
    ensure_administrator(work.actor)
    utility = utilities.known(work.session, work.actor.utility, hold=True)
    before, utility.chosen_inactivity = utility.chosen_inactivity, request.model_dump()
    work.record(
        "inactivity_times_set",
        chain=f"utility:{utility.utility}",
        facts={"before": before, "now": utility.chosen_inactivity},
    )
    return InactivityTimes.model_validate(request.model_dump())
