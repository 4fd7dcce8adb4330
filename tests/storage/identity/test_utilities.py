"""Utilities are configuration, told to whom it concerns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.operations.utilities import ConfigureUtility, ListUtilities
from services.identity.contract.types.utilities import TwoFactorPolicy, UtilityView
from services.identity.reactions import on_contact_point_changed
from services.notify.contract.events import ContactPointChanged
from tests.storage.identity.desk import SYSTEM, Desk

VESTVIK = UtilityView(
    utility="vestvik",
    name="Vestvik vatn og avløp",
    short_name="Vestvik VA",
    languages=["nn", "nb"],
    duty_phone="+4712345680",
    theme="furu",
    contractor_url="https://entreprenor.vestvik.example",
    operator_url="https://operator.vestvik.example",
    private_forms="https://www.vestvik.example/skjema",
    two_factor=TwoFactorPolicy(
        since=datetime(2024, 1, 8, tzinfo=UTC), why={"nn": "Eit passord held ikkje."}
    ),
)


def test_what_was_configured_is_what_everybody_reads(desk: Desk) -> None:
    desk.ask(ConfigureUtility(view=VESTVIK), SYSTEM)
    kept = desk.ask(ListUtilities()).items
    assert VESTVIK in kept
    assert [view.utility for view in kept][-1] == "ovingsvann", "training comes last"
    told = desk.told("utility_configured")[-1]
    assert (told["contractor_url"], told["operator_url"]) == (
        VESTVIK.contractor_url,
        VESTVIK.operator_url,
    )


def test_a_change_is_told_and_a_repetition_is_not(desk: Desk) -> None:
    desk.ask(ConfigureUtility(view=VESTVIK), SYSTEM)
    before = len(desk.told("utility_configured"))
    desk.ask(ConfigureUtility(view=VESTVIK), SYSTEM)
    assert len(desk.told("utility_configured")) == before
    later = VESTVIK.model_copy(update={"private_forms": "https://www.vestvik.example/nye-skjema"})
    desk.ask(ConfigureUtility(view=later), SYSTEM)
    assert len(desk.told("utility_configured")) == before + 1
    assert later in desk.ask(ListUtilities()).items


def heard(phone: str, **said: Any) -> None:
    """Somebody has set a contact point of Vestvik's at notify."""
    facts = {"purpose": "emergency", "name": "Vakta", "email": "", "hours": "", **said}
    event = ContactPointChanged.model_validate({"utility_id": "vestvik", "phone": phone, **facts})
    with begin(Actor.system("identity", "vestvik")) as work:
        on_contact_point_changed(event, work)


def test_another_duty_number_is_the_utilitys_own_and_no_file_takes_it_back(desk: Desk) -> None:
    desk.ask(ConfigureUtility(view=VESTVIK), SYSTEM)
    heard("+4755500098")
    heard("+4755500098")
    heard("+4755500011", purpose="portal_help")
    heard("+4755500012", removed=True)
    changed = VESTVIK.model_copy(update={"duty_phone": "+4755500098"})
    assert changed in desk.ask(ListUtilities()).items
    told = [each["duty_phone"] for each in desk.told("utility_configured")]
    assert told[-2:] == [VESTVIK.duty_phone, "+4755500098"], "told once, as it is now"
    assert desk.ask(ConfigureUtility(view=VESTVIK), SYSTEM) == changed
    named = VESTVIK.model_copy(update={"short_name": "Vestvik", "duty_phone": "+4755500013"})
    kept = desk.ask(ConfigureUtility(view=named), SYSTEM)
    assert (kept.short_name, kept.duty_phone) == ("Vestvik", "+4755500098")
    assert desk.told("utility_configured")[-1]["duty_phone"] == "+4755500098"
