"""Each utility says when unused accounts rest; with places at several the longest time counts."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.identity.contract.operations.utilities import (
    GetInactivityTimes,
    SetInactivityTimes,
)
from services.identity.contract.types.utilities import InactivityTimes
from services.identity.settings import usual_inactivity
from services.identity.sweeps import rest_inactive
from tests.storage.identity.desk import BERGEN, NORA, OTHER_ORGNR, SYSTEM, TRAINING, Desk

DAY = 86400
PER = "per@kum.example"
SHORT = InactivityTimes(warn_days=100, rest_days=20, erase_days=40)


def administrator(utility: str = BERGEN) -> Actor:
    roles = frozenset({"administrator"})
    return Actor(audience="operator", user_id="siri", utility=utility, roles=roles)


def chosen(desk: Desk, utility: str, times: InactivityTimes = SHORT) -> InactivityTimes:
    return desk.ask(SetInactivityTimes(**times.model_dump()), administrator(utility))


def sweep() -> int:
    with begin(SYSTEM) as work:
        return rest_inactive(work)


@pytest.fixture
def both(desk: Desk) -> Desk:
    """Nora is at one utility; Per is there too and at another."""
    desk.firm()
    desk.person()
    desk.firm(OTHER_ORGNR, utility=TRAINING, firm={"name": "Kumlokket AS"})
    desk.person(PER, mobile="+4799900005", name="Per Kum")
    desk.person(PER, mobile="+4799900005", name="Per Kum", orgnr=OTHER_ORGNR, utility=TRAINING)
    return desk


def test_an_administrator_says_when_and_staff_read_it(desk: Desk) -> None:
    usual = usual_inactivity()
    assert desk.ask(GetInactivityTimes(), administrator()) == usual
    assert chosen(desk, BERGEN) == SHORT == desk.ask(GetInactivityTimes(), administrator())
    assert desk.ask(GetInactivityTimes(), administrator(TRAINING)) == usual
    [entry] = desk.recorded("inactivity_times_set")
    assert (entry["before"], entry["now"]) == (None, SHORT.model_dump())


def test_others_do_not_and_never_is_no_time(desk: Desk) -> None:
    editor = administrator().model_copy(update={"roles": frozenset({"editor"})})
    refused = desk.refused(SetInactivityTimes(**SHORT.model_dump()), editor)
    assert isinstance(refused, NotForYou)
    for name, days in (("warn_days", 89), ("rest_days", 13), ("erase_days", 29)):
        for wrong in (days, 0, 99_999):
            with pytest.raises(ValidationError):
                SetInactivityTimes(**{**SHORT.model_dump(), name: wrong})
    assert desk.ask(GetInactivityTimes(), administrator()) == usual_inactivity()


def test_an_account_follows_its_utility_from_warning_to_erasure(both: Desk) -> None:
    chosen(both, BERGEN)
    chosen(both, TRAINING)
    both.later(100 * DAY - 60)
    assert sweep() == 0
    both.later(120)
    assert sweep() == 2
    both.later(20 * DAY - 120)
    assert sweep() == 0
    both.later(240)
    assert sweep() == 2
    assert both.told("person_changed")[-1]["active"] is False
    both.later(40 * DAY + 60)
    assert sweep() == 2
    assert len(both.told("person_erased")) == 2


def test_with_places_at_several_the_longest_counts(both: Desk) -> None:
    chosen(both, BERGEN)
    both.later(101 * DAY)
    assert sweep() == 1, "Per has a place where nothing shorter was chosen"
    [warned] = both.told("inactivity_warned")
    assert warned["email"] == NORA
    longer = SHORT.model_copy(update={"warn_days": 200, "rest_days": 60})
    chosen(both, TRAINING, longer)
    both.later(100 * DAY)
    assert sweep() == 2, "Nora rests, Per is warned"
    assert both.told("inactivity_warned")[-1]["email"] == PER
    both.later(39 * DAY)
    assert sweep() == 0, "sixty days from the warning, not twenty"
