"""Staff see when unused accounts of the utility rest and are erased."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.utilities import GetInactivityTimes
from services.identity.contract.types.utilities import InactivityTimes
from services.identity.settings import usual_inactivity
from services.identity.store import utilities


def get_inactivity_times(request: GetInactivityTimes, work: Work) -> InactivityTimes:
    """The utility's own, or the usual ones."""
    del request
    chosen = utilities.known(work.session, work.actor.utility).chosen_inactivity
    return InactivityTimes.model_validate(chosen) if chosen else usual_inactivity()
