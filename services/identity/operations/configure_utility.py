"""The system creates or changes a utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.utilities import ConfigureUtility
from services.identity.contract.types.utilities import UtilityView
from services.identity.model import Utility
from services.identity.steps.utilities import tell_utility
from services.identity.store import utilities
from services.identity.views.utilities import configured_view, utility_view


def configure_utility(request: ConfigureUtility, work: Work) -> UtilityView:
    """As the view says; nothing is told when nothing changed.

    What was chosen in the portal stays; the answer is the utility as everybody reads it.
    """
    wanted = request.view
    found = utilities.find(work.session, wanted.utility)
    if found is None or configured_view(found) != wanted:
        found = work.session.merge(Utility(**wanted.model_dump(mode="json")))
        work.session.flush()
        tell_utility(work, found)
    return utility_view(found)
