"""Somebody sets whom one turns to, at notify; the duty centre's number is the utility's own."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.steps.utilities import tell_utility
from services.identity.store import utilities
from services.notify.contract.events import ContactPointChanged


def on_contact_point_changed(event: ContactPointChanged, work: Work) -> None:
    """Another number stands on every page and in every message, whatever a file says."""
    if event.purpose != "emergency" or event.removed:
        return
    utility = utilities.held(work.session, event.utility_id)
    if utility is None or utility.chosen_duty_phone == event.phone:
        return
    utility.chosen_duty_phone = event.phone
    tell_utility(work, utility)
