"""Utilities are configuration, told to whom it concerns."""

from __future__ import annotations

from datetime import UTC, datetime

from services.identity.contract.operations.utilities import ConfigureUtility, ListUtilities
from services.identity.contract.types.utilities import LeadTime, TwoFactorPolicy, UtilityView
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
    lead_time=LeadTime(working_days=2, hour=12),
    opens_at=datetime(2024, 1, 8, 6, tzinfo=UTC),
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
    later = VESTVIK.model_copy(update={"opens_at": datetime(2024, 2, 1, tzinfo=UTC)})
    desk.ask(ConfigureUtility(view=later), SYSTEM)
    assert len(desk.told("utility_configured")) == before + 1
    assert later in desk.ask(ListUtilities()).items
