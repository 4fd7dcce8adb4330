"""From when and why two factors: what people are told, and no way round them whatever it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import ExplanationMissing, LoginExpired
from services.identity.contract.operations.login import CompleteFactor
from services.identity.contract.operations.utilities import (
    ConfigureUtility,
    ListUtilities,
    SetTwoFactorPolicy,
)
from services.identity.contract.types.utilities import TwoFactorPolicy
from services.identity.model import LoginSession
from tests.architecture.checks.sources import files
from tests.storage.identity.desk import BERGEN, NORA, SYSTEM, TRAINING, Desk

ADMINISTRATOR = Actor(
    audience="operator", user_id="siri", utility=BERGEN, roles=frozenset({"administrator"})
)
WHY = {"nb": "Et passord holder ikke.", "nn": "Eit passord held ikkje.", "en": "It is not enough."}
DAYS: dict[str, Callable[[], datetime | None]] = {
    "none": lambda: None,
    "ahead": lambda: clock.now() + timedelta(days=90),
    "now": clock.now,
    "passed": lambda: clock.now() - timedelta(days=900),
}


def told(desk: Desk, utility: str = BERGEN) -> TwoFactorPolicy:
    """What anybody reads."""
    views = {view.utility: view for view in desk.ask(ListUtilities()).items}
    return views[utility].two_factor


def sessions() -> int:
    """How many there are."""
    with begin(SYSTEM) as work:
        return int(work.session.scalar(select(func.count()).select_from(LoginSession)) or 0)


def test_an_administrator_says_when_and_why_and_everybody_reads_it(desk: Desk) -> None:
    since = clock.now() + timedelta(days=30)
    before = told(desk, TRAINING)
    answer = desk.ask(SetTwoFactorPolicy(since=since, why=WHY), ADMINISTRATOR)
    assert answer == told(desk) == TwoFactorPolicy(since=since, why=WHY)
    assert told(desk, TRAINING) == before, "each utility its own"
    assert desk.told("utility_configured")[-1]["utility_id"] == BERGEN
    [entry] = desk.recorded("two_factor_policy_set")
    assert (entry["before"]["why"], entry["now"]["why"]) == ({}, WHY)


def test_no_file_takes_it_back(desk: Desk) -> None:
    desk.ask(SetTwoFactorPolicy(why=WHY), ADMINISTRATOR)
    [view] = [each for each in desk.ask(ListUtilities()).items if each.utility == BERGEN]
    as_filed = view.model_copy(update={"two_factor": TwoFactorPolicy(), "short_name": "BV"})
    kept = desk.ask(ConfigureUtility(view=as_filed), SYSTEM)
    assert (kept.short_name, kept.two_factor.why) == ("BV", WHY)
    assert told(desk).why == WHY
    desk.ask(SetTwoFactorPolicy(), ADMINISTRATOR)
    assert told(desk) == TwoFactorPolicy(), "the portal's own words again"


def test_bokmal_is_written_and_only_the_administrator_writes(desk: Desk) -> None:
    assert isinstance(
        desk.refused(SetTwoFactorPolicy(why={"nn": WHY["nn"]}), ADMINISTRATOR), ExplanationMissing
    )
    for role in ("editor", "firm_registrar", "auditor"):
        other = ADMINISTRATOR.model_copy(update={"roles": frozenset({role})})
        assert isinstance(desk.refused(SetTwoFactorPolicy(why=WHY), other), NotForYou)
    firm = Actor(audience="contractor", utility=BERGEN, roles=frozenset({"administrator"}))
    assert isinstance(desk.refused(SetTwoFactorPolicy(why=WHY), firm), NotForYou)
    assert told(desk) == TwoFactorPolicy()
    assert desk.recorded("two_factor_policy_set") == []


@pytest.mark.parametrize("day", DAYS)
def test_no_day_opens_a_session_without_the_second_factor(desk: Desk, day: str) -> None:
    desk.ask(SetTwoFactorPolicy(since=DAYS[day](), why=WHY), ADMINISTRATOR)
    desk.firm()
    desk.person()
    desk.person("ny@muffe.example", mobile=None, name="Ny Muffe")
    known = desk.begin_login(NORA)
    assert (known.next, known.methods) == ("factor", ["sms"])
    unknown = desk.begin_login("ny@muffe.example")
    assert (unknown.next, unknown.methods) == ("enrol_mobile", [])
    guess = CompleteFactor(attempt=unknown.attempt, method="sms", code="123456")
    assert isinstance(desk.refused(guess), LoginExpired)
    assert sessions() == 0
    desk.ask(CompleteFactor(attempt=known.attempt, method="sms", code=desk.code()))
    assert sessions() == 1


def test_nothing_that_opens_a_session_reads_the_day() -> None:
    readers = {
        source.path
        for source in files("services/identity", ".py")
        if "two_factor" in source.text and "/migrations/" not in source.path
    }
    assert readers == {
        "services/identity/contract/types/utilities.py",
        "services/identity/model/utilities.py",
        "services/identity/operations/__init__.py",
        "services/identity/operations/set_two_factor_policy.py",
        "services/identity/service.py",
        "services/identity/views/utilities.py",
    }
